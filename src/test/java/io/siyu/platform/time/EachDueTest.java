package io.siyu.platform.time;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EachDueTest {
    private final List<Integer> turns = new ArrayList<>();

    @Test
    void oneThatFailsKeepsNoOtherWaiting() {
        int done = EachDue.sum(List.of(1, 2, 3), one -> turn(one, new IllegalStateException("ours")));
        assertThat(turns).containsExactly(1, 2, 3);
        assertThat(done).isEqualTo(20);
    }

    @Test
    void aDatabaseThatFailsEndsIt() {
        RuntimeException gone = new IllegalStateException(new SQLException("Communications link failure", "08S01"));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> EachDue.sum(List.of(1, 2, 3), one -> turn(one, gone)));
        assertThat(turns).containsExactly(1, 2);
    }

    private int turn(int number, RuntimeException failure) {
        turns.add(number);
        if (number == 2) {
            throw failure;
        }
        return 10;
    }
}
