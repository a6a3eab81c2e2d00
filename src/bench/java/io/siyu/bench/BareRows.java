package io.siyu.bench;

import io.siyu.support.MadeOrder;
import io.siyu.support.MadeOrders;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.SplittableRandom;

/** The same orders as rows of a table like shop_order and nothing else: what an import is measured against. */
final class BareRows {
    private static final String TABLE = "bench_order";
    private static final String[] COLUMNS = {
        "shop_id",
        "id",
        "order_no",
        "buyer_id",
        "status",
        "created_at",
        "paid_at",
        "day",
        "paid_amount",
        "refund_amount",
        "net_amount",
        "counted",
        "exclusion",
        "content_hash",
        "source",
        "import_id",
        "recorded_at",
        "updated_at"
    };
    private static final long FIRST_ID = 700_000_000_000_000_000L;
    private static final long SHOP = FIRST_ID;
    private static final int HOURS_AHEAD = 8;
    private static final int BATCH = 5000;

    private final Connection connection;
    private final MadeOrders made;

    BareRows(Connection connection, MadeOrders made) {
        this.connection = connection;
        this.made = made;
    }

    /** Writes them as LOAD DATA reads them. */
    Path write(Path file) {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int index = 0; index < made.count(); index++) {
                line.reset();
                Object[] values = row(index);
                for (int i = 0; i < values.length; i++) {
                    if (i > 0) {
                        line.write('\t');
                    }
                    escape(values[i], line);
                }
                line.write('\n');
                line.writeTo(out);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return how many seconds it took */
    double load(Path file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            freshTable(statement);
            String load = "LOAD DATA LOCAL INFILE '" + file.toAbsolutePath() + "' INTO TABLE " + TABLE
                    + " CHARACTER SET binary (" + String.join(",", COLUMNS) + ")";
            long start = System.nanoTime();
            int rows = statement.executeUpdate(load);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (rows != made.count()) {
                throw new IllegalStateException("Only " + rows + " rows were loaded");
            }
            statement.executeUpdate("DROP TABLE " + TABLE);
            return seconds;
        }
    }

    /** The same with batched inserts, which the driver makes one statement of. */
    double insert() throws SQLException {
        String places = String.join(",", Collections.nCopies(COLUMNS.length, "?"));
        double seconds = 0;
        try (Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO " + TABLE + " (" + String.join(",", COLUMNS) + ") VALUES (" + places + ")")) {
            freshTable(statement);
            connection.setAutoCommit(false);
            for (int from = 0; from < made.count(); from += BATCH) {
                Object[][] rows = new Object[Math.min(BATCH, made.count() - from)][];
                for (int i = 0; i < rows.length; i++) {
                    rows[i] = row(from + i);
                }
                long start = System.nanoTime();
                for (Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        insert.setObject(i + 1, row[i]);
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
                seconds += (System.nanoTime() - start) / 1e9;
            }
            statement.executeUpdate("DROP TABLE " + TABLE);
        } finally {
            connection.setAutoCommit(true);
        }
        return seconds;
    }

    private static void freshTable(Statement statement) throws SQLException {
        statement.executeUpdate("DROP TABLE IF EXISTS " + TABLE);
        statement.executeUpdate("CREATE TABLE " + TABLE + " LIKE shop_order");
    }

    private Object[] row(int index) {
        MadeOrder order = made.at(index);
        SplittableRandom random = new SplittableRandom(index);
        byte[] hash = new byte[32];
        random.nextBytes(hash);
        LocalDateTime now = LocalDateTime.of(2026, 1, 1, 0, 0);
        return new Object[] {
            SHOP,
            FIRST_ID + 4096L * index + random.nextInt(4096),
            String.valueOf(order.number()),
            FIRST_ID + 4096L * order.buyer(),
            order.state().name(),
            order.createdAt().minusHours(HOURS_AHEAD),
            order.paidAt() == null ? null : order.paidAt().minusHours(HOURS_AHEAD),
            order.day(),
            BigDecimal.valueOf(order.paid(), 2),
            BigDecimal.valueOf(order.refund(), 2),
            BigDecimal.valueOf(order.net(), 2),
            order.isCounted() ? 1 : 0,
            order.isCounted() ? null : order.state().name(),
            hash,
            "taobao",
            SHOP,
            now,
            now
        };
    }

    private static void escape(Object value, ByteArrayOutputStream line) {
        if (value == null) {
            line.writeBytes(new byte[] {'\\', 'N'});
            return;
        }
        byte[] bytes = value instanceof byte[] raw ? raw : value.toString().getBytes(StandardCharsets.US_ASCII);
        for (byte b : bytes) {
            switch (b) {
                case 0 -> line.writeBytes(new byte[] {'\\', '0'});
                case '\t', '\n', '\\' -> {
                    line.write('\\');
                    line.write(b);
                }
                default -> line.write(b);
            }
        }
    }
}
