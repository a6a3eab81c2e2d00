package io.siyu.forecast.model;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The published summary of CDNOW's sample. */
final class Cdnow {
    private static final Path SUMMARY = Path.of("src/test/resources/forecast/cdnow_summary.csv");

    private Cdnow() {}

    static WeightedHistories histories() {
        WeightedHistories.Builder builder = new WeightedHistories.Builder();
        forEach(row -> builder.add(history(row), 1));
        return builder.build();
    }

    static WeightedSpends spends() {
        WeightedSpends spends = new WeightedSpends();
        forEach(row -> {
            int repeats = Integer.parseInt(row.getField("x"));
            if (repeats > 0) {
                spends.add(repeats, Double.parseDouble(row.getField("zbar")), 1);
            }
        });
        return spends;
    }

    private static PurchaseHistory history(NamedCsvRecord row) {
        return new PurchaseHistory(
                Integer.parseInt(row.getField("x")),
                Double.parseDouble(row.getField("t_x")),
                Double.parseDouble(row.getField("T")));
    }

    private static void forEach(Consumer<NamedCsvRecord> reader) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(SUMMARY)) {
            csv.forEach(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("No summary", e);
        }
    }
}
