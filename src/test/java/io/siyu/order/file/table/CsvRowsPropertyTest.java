package io.siyu.order.file.table;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

class CsvRowsPropertyTest {
    private static final int WIDTH = 3;

    @Property(tries = 300)
    void readsWhatWasWritten(@ForAll("tables") List<List<String>> table) throws IOException {
        assertThat(read(write(table))).isEqualTo(table);
    }

    @Property(tries = 300)
    void readsWhatALibraryReads(@ForAll("tables") List<List<String>> table) throws IOException {
        String text = write(table);
        List<List<String>> expected = CsvReader.builder().skipEmptyLines(false).ofCsvRecord(text).stream()
                .map(CsvRecord::getFields)
                .toList();

        assertThat(read(text)).isEqualTo(expected);
    }

    @Property(tries = 300)
    void losesNoOtherRowThroughOneWithAnUnclosedQuote(@ForAll("plainTables") List<List<String>> table)
            throws IOException {
        String good = write(table);

        assertThat(read("a,\"b,c\n" + good)).isEqualTo(table);
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        return table(Arbitraries.strings().withChars("ab ,\"\n'=元，\t").ofMaxLength(6));
    }

    @Provide
    Arbitrary<List<List<String>>> plainTables() {
        return table(Arbitraries.strings().withChars("ab =元，").ofMaxLength(6));
    }

    private static Arbitrary<List<List<String>>> table(Arbitrary<String> cell) {
        return cell.list().ofSize(WIDTH).list().ofMaxSize(8);
    }

    private static String write(List<List<String>> table) {
        return table.stream()
                .map(row -> row.stream().map(CsvRowsPropertyTest::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    private static String cell(String value) {
        boolean needsQuotes = value.contains(",") || value.contains("\"") || value.contains("\n");
        return needsQuotes ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    /** The rows that can be read. */
    private static List<List<String>> read(String text) throws IOException {
        List<List<String>> table = new ArrayList<>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (CsvRows rows = new CsvRows(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8, ',')) {
            BitSet all = new BitSet();
            all.set(0, WIDTH);
            rows.expect(new RowShape(all, WIDTH, WIDTH, true));
            RawRow row;
            while ((row = rows.next()) != null) {
                if (row.flaw() == null) {
                    table.add(row.cells());
                }
            }
        }
        return table;
    }
}
