package io.siyu.feedback.board;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class LoopTimesTest {
    @Test
    void tellsWhatHalfAndNineInTenNeededAtMost() {
        LoopTimes ten = new LoopTimes(IntStream.rangeClosed(1, 10)
                .map(hours -> 60 * (11 - hours))
                .boxed()
                .toList());
        assertThat(ten.hoursAt(50)).isEqualTo(5);
        assertThat(ten.hoursAt(90)).isEqualTo(9);
        assertThat(new LoopTimes(List.of(100)).hoursAt(50)).isEqualTo(1.67);
        assertThat(new LoopTimes(List.of()).hoursAt(50)).isNull();
    }
}
