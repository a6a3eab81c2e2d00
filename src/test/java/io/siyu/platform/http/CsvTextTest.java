package io.siyu.platform.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTextTest {
    @Test
    void rowsAreLinesOfCellsAndNothingIsAnEmptyOne() throws IOException {
        assertThat(written("a", null, 7, LocalDate.of(2026, 11, 9), "")).isEqualTo("a,,7,2026-11-09,\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+49", "-1", "@sum", "\tx", "＝1+1", "＋49", "－1", "＠sum"})
    void whatASpreadsheetWouldRunIsText(String text) throws IOException {
        assertThat(written("n", text)).isEqualTo("n,'" + text + "\r\n");
    }

    @Test
    void numbersAreNoFormulas() throws IOException {
        assertThat(written(-3, new BigDecimal("-12.50"), new BigDecimal("1E+3")))
                .isEqualTo("-3,-12.50,1000\r\n");
    }

    @Test
    void textWithSignsOfItsOwnIsQuoted() throws IOException {
        assertThat(written("a,b", "say \"x\"", "two\nlines")).isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\r\n");
    }

    private static String written(Object... cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvText.of(csv -> csv.row(cells)).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
