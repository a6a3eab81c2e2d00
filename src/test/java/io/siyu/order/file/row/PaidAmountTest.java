package io.siyu.order.file.row;

import io.siyu.order.OrderStatus;
import io.siyu.order.file.ReadFile;
import io.siyu.order.file.cell.Column;
import io.siyu.order.file.cell.Header;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Any format may come upon any status: a shop may have called it by a word of its own. */
class PaidAmountTest {
    private static final Column PAID = Column.required("paid");
    private static final SheetRow BLANK =
            new SheetRow(2, new Header(List.of("paid"), List.of(PAID)), List.of(""), ReadFile.SHANGHAI);

    @ParameterizedTest
    @EnumSource(names = {"UNPAID", "CLOSED", "CANCELLED", "REFUNDED"})
    void isNotNeededOfWhatDoesNotCountAnyway(OrderStatus status) {
        assertThat(BLANK.paid(PAID, status)).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"PAID", "SHIPPED", "COMPLETED"})
    void isNeededOfWhatMayCount(OrderStatus status) {
        assertThatExceptionOfType(RejectedRowException.class).isThrownBy(() -> BLANK.paid(PAID, status));
    }
}
