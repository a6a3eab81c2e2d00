package io.siyu.platform.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whatever a value holds, the table holds the same, by either of the two ways in. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class BulkInsertTest {
    private static final BulkInsert.Table TABLE =
            BulkInsert.Table.of("bulk_probe", "id", "text", "bytes", "amount", "day", "at", "flag");
    private static final int MANY = 200;

    @Inject
    BulkInsert bulk;

    @Inject
    Sql sql;

    @BeforeEach
    void createTable() {
        sql.update("CREATE TABLE bulk_probe (id INT NOT NULL PRIMARY KEY, text VARCHAR(40), bytes VARBINARY(300),"
                + " amount DECIMAL(14, 2), day DATE, at DATETIME(6), flag BOOLEAN) DEFAULT CHARSET = utf8mb4");
    }

    @AfterEach
    void dropTable() {
        sql.update("DROP TABLE bulk_probe");
    }

    @Test
    void bringsEveryByteAndSignIn() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        String text = "茶杯🍵\\N\t\"'\n\r\0;\\";
        Instant at = Instant.parse("2024-02-29T23:59:59.000001Z");

        for (int rows : List.of(1, MANY)) {
            sql.update("DELETE FROM bulk_probe");
            bulk.insert(
                    TABLE,
                    rows(rows, text, bytes, new BigDecimal("-12345678901.20"), LocalDate.MIN.withYear(2024), at, true));

            assertThat(sql.list("SELECT * FROM bulk_probe", row -> {
                        assertThat(row.textAt("text")).isEqualTo(text);
                        assertThat(row.bytesAt("bytes")).isEqualTo(bytes);
                        assertThat(row.decimalAt("amount")).isEqualByComparingTo("-12345678901.20");
                        assertThat(row.dayAt("day")).isEqualTo("2024-01-01");
                        assertThat(row.instantAt("at")).isEqualTo(at);
                        assertThat(row.booleanAt("flag")).isTrue();
                        return row.intAt("id");
                    }))
                    .hasSize(rows);
        }
    }

    @Test
    void tellsNothingFromEmpty() {
        bulk.insert(TABLE, rows(MANY, null, null, null, null, null, null));

        assertThat(sql.list(
                        "SELECT id FROM bulk_probe WHERE text IS NULL AND bytes IS NULL AND flag IS NULL",
                        row -> row.intAt("id")))
                .hasSize(MANY);
    }

    @Test
    void refusesWhatWouldBeCut() {
        List<Object[]> rows = rows(MANY, "x".repeat(41), null, null, null, null, null);

        assertThatThrownBy(() -> bulk.insert(TABLE, rows)).isInstanceOf(SqlFailure.class);
    }

    private static List<Object[]> rows(int count, Object... values) {
        List<Object[]> rows = new ArrayList<>();
        for (int id = 0; id < count; id++) {
            Object[] row = new Object[values.length + 1];
            row[0] = id;
            System.arraycopy(values, 0, row, 1, values.length);
            rows.add(row);
        }
        return rows;
    }
}
