package io.siyu.forecast.fit;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;
import io.siyu.support.TestShop;

import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills a shop with the buyers of the published CDNOW summary, as if its last day were a given one. The summary does not
 * say on which days they repeated; they are spread evenly up to the last one, which no model looks at.
 */
@ApplicationScoped
public class CdnowShop {
    private static final Path SUMMARY = Path.of("src/test/resources/forecast/cdnow_summary.csv");
    private static final Instant THEN = Instant.parse("2020-01-01T00:00:00Z");
    private static final BigDecimal FIRST_NET = BigDecimal.TEN;

    private final Sql sql;

    public CdnowShop(Sql sql) {
        this.sql = sql;
    }

    /** @return the buyers' ids in the sequence of the summary */
    public List<Long> fill(TestShop shop, LocalDate asOf) {
        long shopId = Long.parseLong(shop.id());
        List<Long> ids = new ArrayList<>();
        List<Object[]> buyers = new ArrayList<>();
        List<Object[]> days = new ArrayList<>();
        for (NamedCsvRecord row : rows()) {
            long buyer = Id.nextValue();
            ids.add(buyer);
            int repeats = Integer.parseInt(row.getField("x"));
            int span = days(row.getField("t_x"));
            LocalDate first = asOf.minusDays(days(row.getField("T")));
            BigDecimal mean = new BigDecimal(row.getField("zbar"));
            days.add(new Object[] {shopId, buyer, first, FIRST_NET});
            for (int i = 1; i <= repeats; i++) {
                days.add(new Object[] {shopId, buyer, first.plusDays((long) span * i / repeats), mean});
            }
            buyers.add(new Object[] {
                shopId,
                buyer,
                "cdnow " + buyers.size(),
                repeats + 1,
                repeats + 1,
                first,
                first.plusDays(span),
                FIRST_NET.add(mean.multiply(BigDecimal.valueOf(repeats))),
                first,
                THEN,
                THEN
            });
        }
        sql.batch(
                "INSERT INTO buyer (shop_id, id, platform_id, orders, purchase_days, first_day, last_day, net_spend,"
                        + " first_order_day, created_at, updated_at) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                buyers);
        sql.batch("INSERT INTO purchase_day (shop_id, buyer_id, day, orders, net) VALUES (?,?,?,1,?)", days);
        return ids;
    }

    private static int days(String weeks) {
        return (int) Math.round(Double.parseDouble(weeks) * 7);
    }

    private static List<NamedCsvRecord> rows() {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(SUMMARY)) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("No summary", e);
        }
    }
}
