package io.siyu.order.file;

import io.siyu.order.ReasonCode;
import io.siyu.order.file.row.Reject;
import io.siyu.order.incoming.IncomingOrder;
import io.siyu.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Small damages cost no more than what they are in. Invented after public reports. */
class DamagedCellsTest {
    private static final String HEADER = "order_no,buyer_id,ordered_at,paid_amount,refund_amount,status,phone,name\n";

    private static String row(int number, String buyer) {
        return "A%d,%s,2026-03-01,1,0,PAID,,\n".formatted(number, buyer);
    }

    @Test
    void aZeroByteCostsTheRowItIsInAtMost() {
        ReadFile file = ReadFile.of(
                HEADER + row(1, "b1") + row(2, "b\0b") + row(3, "b3").replace(",1,", ",1\0,"));
        assertThat(file.orders).extracting(IncomingOrder::orderNo).containsExactly("A1", "A3");
        assertThat(file.rejects).extracting(reject -> reject.reason().code()).containsExactly(ReasonCode.WRONG_BUYER);
        assertThat(ReadFile.of(HEADER + row(1, "b1") + "\0".repeat(4000)).only().orderNo())
                .isEqualTo("A1");
    }

    @Test
    void whatIsFullOfThemIsNoText() {
        String wide = (HEADER + row(1, "b1")).replace("", "\0");
        String binary = IntStream.range(0, 4000)
                .mapToObj(i -> String.valueOf((char) (i % 32)))
                .reduce("", String::concat);
        for (String text : new String[] {wide, binary, "\0\0\0"}) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> ReadFile.of(text))
                    .withMessageContaining("no text");
        }
    }

    /** The first row would have the end of the second, and the second would be gone. */
    @Test
    void aQuoteThatIsClosedInTheNextRowCostsOneRow() {
        ReadFile file = ReadFile.of(HEADER + row(1, "\"b1") + row(2, "b2\"") + row(3, "b3"));
        assertThat(file.orders).extracting(IncomingOrder::orderNo).containsExactly("A2", "A3");
        assertThat(file.rejects).singleElement().satisfies(reject -> {
            assertThat(reject.reason().code()).isEqualTo(ReasonCode.QUOTE_NOT_CLOSED);
            assertThat(reject.row()).isEqualTo(2);
        });
        assertThat(ReadFile.of(HEADER + row(1, "\"b1") + row(2, "b2") + row(3, "b3\"")).orders)
                .hasSize(2);
    }

    @Test
    void textOfSeveralLinesIsStillOneCell() {
        String text = HEADER + "A1,b1,2026-03-01,1,0,PAID,,\"a, b, c\nd, e\n\nf\"\n" + row(2, "\"b,2\"");
        assertThat(ReadFile.of(text).orders).hasSize(2);
    }

    @Test
    void readsASingleTrimmedRowWhereItCannotBeShifted() {
        String text = HEADER + row(1, "b1") + "A2,b2,2026-03-01,1,0,PAID\n" + row(3, "b3");
        assertThat(ReadFile.of(text).orders).hasSize(3);
        ReadFile shifted = ReadFile.of(HEADER + row(1, "b1") + "A2,2026-03-01,1,0,PAID,13800138000\n" + row(3, "b3"));
        assertThat(shifted.orders).hasSize(2);
        assertThat(shifted.rejects).extracting(Reject::row).containsExactly(3L);
        ReadFile unsure = ReadFile.of(HEADER + row(1, "b1") + "A2,b2,2026-03-01,1,0,PAID,13800138000\n" + row(3, "b3"));
        assertThat(unsure.rejects).extracting(reject -> reject.reason().code()).containsExactly(ReasonCode.WRONG_WIDTH);
    }

    @Test
    void tellsThatAFileEndsInsideItsLastCell() {
        String header = "order_no,ordered_at,paid_amount,status,phone\n";
        String rows = IntStream.range(0, 4)
                .mapToObj(i -> "A%d,2026-03-01,1,PAID,1380013800%d\n".formatted(i, i))
                .reduce(header, String::concat);
        ReadFile cut = ReadFile.of(rows + "A9,2026-03-01,1,PAID,1380013");
        assertThat(cut.orders).hasSize(4);
        assertThat(cut.rejects).extracting(reject -> reject.reason().code()).containsExactly(ReasonCode.ROW_BREAKS_OFF);
        assertThat(ReadFile.of(rows + "A9,2026-03-01,1,PAID,13800138009").rejects)
                .isEmpty();
        assertThat(ReadFile.of(rows + "A9,2026-03-01,1,PAID,").rejects).isEmpty();
        assertThat(ReadFile.of(rows.replace("13800138002", "+1 4155550132") + "A9,2026-03-01,1,PAID,1380013").rejects)
                .isEmpty();
    }
}
