package io.siyu.order.file;

import io.siyu.order.file.cell.Masked;
import io.siyu.order.file.row.Reject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** A cell may be as long as a body: looking for what must be hidden takes time by its length, not by its square. */
class LongWordsTest {
    private static final int LENGTH = 1_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {"a", "1", "１", "@", "-", "长", "138-", "a@"})
    void whatIsHiddenIsFoundInOneGo(String part) {
        String cell = part.repeat(LENGTH / part.length());
        String shown = assertTimeoutPreemptively(
                LONGEST, () -> Reject.of(1, "备注", Masked.of(cell), null).value());
        assertThat(shown).hasSizeLessThan(50);
    }

    @Test
    void anAddressIsStillHiddenWhereverItStands() {
        assertThat(Reject.of(1, "备注", "请联系 li.lei@example.com，谢谢", null).value())
                .isEqualTo("请联系 ***@***");
        assertThat(Reject.of(1, "备注", "邮箱：li＠example.com", null).value()).isEqualTo("***@***");
    }
}
