package io.siyu.order.file;

import io.siyu.order.Reason;
import io.siyu.order.file.cell.Column;
import io.siyu.order.file.row.SheetRow;
import io.siyu.order.incoming.IncomingOrder;
import io.siyu.platform.language.Language;
import io.siyu.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MissingColumnsTest {
    private static final int ROOM_FOR_A_FAILURE = 300;

    @TempDir
    private Path folder;

    /** A format that needs many columns. */
    private record Demanding(List<Column> columns) implements OrderFormat {
        static Demanding of(int size) {
            return new Demanding(IntStream.range(0, size)
                    .mapToObj(number -> Column.required("column " + number))
                    .toList());
        }

        @Override
        public String code() {
            return "demanding";
        }

        @Override
        public Column numberColumn() {
            return columns.get(0);
        }

        @Override
        public String orderNo(SheetRow row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public IncomingOrder read(List<SheetRow> rows) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void areNamedAsFarAsAFailureHasRoom() throws IOException {
        ProblemException refusal = refusal(Demanding.of(100));

        assertThat(Reason.of(refusal).stored()).hasSizeLessThan(ROOM_FOR_A_FAILURE);
        assertThat(refusal).hasMessageContaining("column 1, column 2,").hasMessageContaining("column 19, …");
        assertThat(refusal.violations(Language.ENGLISH)).hasSize(99);
    }

    @Test
    void areAllNamedIfTheyAreFew() throws IOException {
        assertThat(refusal(Demanding.of(4)))
                .hasMessage(
                        "The nearest format is demanding, but these columns are missing: column 1, column 2, column 3.");
    }

    private ProblemException refusal(OrderFormat format) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), "column 0,other\n1,2\n");
        return assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> new OrderFormats(List.of(format)).recognise(file, null))
                .actual();
    }
}
