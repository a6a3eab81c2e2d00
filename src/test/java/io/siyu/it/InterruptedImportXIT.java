package io.siyu.it;

import io.siyu.support.Closing;
import io.siyu.support.DatabaseServer;
import io.siyu.support.MadeOrders;
import io.siyu.support.PackagedService;
import io.siyu.support.ShopOutcome;
import io.siyu.support.TaobaoFile;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever dies in the middle of an import, what comes of it is the same, row for row, and nobody has to help. */
class InterruptedImportXIT {
    private static final Path FOLDER = Path.of("target/interrupted");
    private static final int ORDERS = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Map<String, String> SETTINGS = Map.of(
            // Many small steps, so that there are many places to break off at, and little waiting for the dead.
            "siyu.intake.batch-size", "250",
            "siyu.work.lease", "3s",
            "quarkus.datasource.jdbc.additional-jdbc-properties.sessionVariables", "wait_timeout=4",
            "quarkus.datasource.jdbc.idle-removal-interval", "1S");
    /** Where it is one o'clock in the night now: tiers and their moves have days, so that no shop may be past midnight. */
    private static final ZoneId ZONE =
            ZoneOffset.ofHours(Math.floorMod(13 - LocalTime.now(ZoneOffset.UTC).getHour(), 24) - 12);

    private static DatabaseServer database;
    private static PackagedService service;
    private static Path file;
    private static ShopOutcome undisturbed;

    private String shop;

    @BeforeAll
    static void importUndisturbed() throws SQLException {
        database = new DatabaseServer(FOLDER);
        file = TaobaoFile.write(
                FOLDER.resolve("orders.csv"), new MadeOrders(5, ORDERS, ORDERS / 8), 0, ORDERS, new Flaws()::edit);
        service = replica("siyu1").start();
        String shop = service.client().createShop("Undisturbed", ZONE);
        String job = service.client().upload(shop, file);
        assertThat(service.client().finished(job, PATIENCE).get("status").asText())
                .isEqualTo("DONE");
        undisturbed = outcomeOf(shop);
        assertThat(undisturbed.rows("rejects")).isNotEmpty();
        assertThat(undisturbed.rows("orders")).hasSizeGreaterThan(ORDERS * 9 / 10);
    }

    @AfterAll
    static void end() throws Exception {
        Closing.all(service, database);
    }

    @BeforeEach
    void freshShop() {
        shop = service.client().createShop("Disturbed", ZONE);
    }

    @AfterEach
    void serviceIsWell() {
        assertThat(service.client().statusOf("/q/health/ready")).isEqualTo(200);
    }

    @Test
    void goesOnAfterItsServiceIsKilledAnywhere() throws SQLException {
        long seed = System.nanoTime();
        System.out.println("The moments to kill at come from the seed " + seed);
        Random random = new Random(seed);
        String job = service.client().upload(shop, file);
        for (int third = 0; third < 3; third++) {
            long row = ORDERS * third / 3 + random.nextInt(ORDERS / 3 - 2000);
            awaitRow(job, row);
            Waiting.pause(Duration.ofMillis(random.nextInt(50)));
            service.kill();
            service.start();
        }
        killWhileTiersAreWorkedOut(job);

        assertEndsAsUndisturbed(job);
    }

    /** Behind the rows: somebody else holds the table of the tiers' runs, so the import must be waiting for it. */
    private void killWhileTiersAreWorkedOut(String job) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLES tier_run WRITE");
            awaitRow(job, Long.MAX_VALUE);
            Waiting.pause(Duration.ofMillis(500));
            service.kill();
            statement.execute("UNLOCK TABLES");
        }
        assertThat(valueOf(job, "status")).isEqualTo("RUNNING");
        service.start();
    }

    @Test
    void isTakenOverFromAReplicaThatHangsAndNeverGivenBack() throws SQLException {
        String job = service.client().upload(shop, file);
        awaitRow(job, ORDERS / 4);
        try (PackagedService other = replica("siyu2")) {
            other.launch();
            service.freeze();
            other.awaitReady();
            assertThat(other.client().finished(job, PATIENCE).get("status").asText())
                    .isEqualTo("DONE");
            ShopOutcome taken = outcomeOf(shop);
            service.thaw();
            // As long as its lease was, and the other's would be.
            Waiting.pause(Duration.ofSeconds(4));
            outcomeOf(shop).assertSameAs(taken);
        } finally {
            service.thaw();
        }
        service.awaitReady();

        assertEndsAsUndisturbed(job);
    }

    /** A service that is asked to end does so soon, leaves nothing half done, and nobody has to wait for its lease. */
    @Test
    void isHandedOverByAServiceThatIsToldToEnd() throws SQLException {
        String job = service.client().upload(shop, file);
        awaitRow(job, ORDERS / 3);
        int logged = service.log().length();
        long begin = System.nanoTime();
        service.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(8));
        assertThat(service.log().substring(logged)).doesNotContain("ERROR", "WARN");
        assertThat(valueOf(job, "status")).isEqualTo("RUNNING");
        service.start();

        assertEndsAsUndisturbed(job);
    }

    @Test
    void waitsForADatabaseThatIsGone() throws SQLException {
        String job = service.client().upload(shop, file);
        awaitRow(job, ORDERS / 2);
        database.kill();
        long gone = System.nanoTime();
        assertThat(service.client().statusOf("/q/health/ready")).isEqualTo(503);
        HttpResponse<String> answer = service.client().answerTo("marketer", "/order-imports/" + job);
        assertThat(answer.statusCode()).isIn(500, 503);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).doesNotContainIgnoringCase("sql").doesNotContain("Exception", "Communications");
        Waiting.pause(Duration.ofSeconds(20).minusNanos(System.nanoTime() - gone));
        database.startAgain();
        service.awaitReady();

        assertEndsAsUndisturbed(job);
        assertThat(service.isAlive()).isTrue();
    }

    @Test
    void outlivesAPowerCut() throws SQLException {
        String job = service.client().upload(shop, file);
        awaitRow(job, ORDERS / 2);
        database.kill();
        service.kill();
        // The service may well be up first.
        service.launch();
        Waiting.pause(Duration.ofSeconds(1));
        database.startAgain();
        service.awaitReady();

        assertEndsAsUndisturbed(job);
    }

    private void assertEndsAsUndisturbed(String job) {
        assertThat(service.client().finished(job, PATIENCE).get("status").asText())
                .isEqualTo("DONE");
        outcomeOf(shop).assertSameAs(undisturbed);
    }

    private static PackagedService replica(String name) {
        return new PackagedService(name, FOLDER, database.url(), PackagedService.SMALL_AND_SOON_UP, SETTINGS);
    }

    private static ShopOutcome outcomeOf(String shop) {
        try (Connection connection = database.connect()) {
            return ShopOutcome.of(connection, shop);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the import has come so far, or to its last row. */
    private static void awaitRow(String job, long row) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT rows_done, rows_total, status FROM order_import WHERE id = ?")) {
            statement.setLong(1, Long.parseLong(job));
            Waiting.until("the import is at row " + row, PATIENCE, () -> {
                try (ResultSet results = statement.executeQuery()) {
                    results.next();
                    assertThat(results.getString("status")).as("at row " + row).isNotIn("DONE", "FAILED");
                    long total = results.getLong("rows_total");
                    return total > 0 && results.getLong("rows_done") >= Math.min(row, total);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private static String valueOf(String job, String column) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet results =
                        statement.executeQuery("SELECT " + column + " FROM order_import WHERE id = " + job)) {
            results.next();
            return results.getString(1);
        }
    }

    /** What real files have: rows that cannot be read, and orders that come again. */
    private static final class Flaws {
        private int rows;
        private String earlier;

        String edit(String row) {
            rows++;
            if (rows % 97 == 0) {
                return row.replaceFirst("\"=\"\"\\d+\"\"\"", "2.00001E+18");
            }
            if (rows % 89 == 0) {
                earlier = row;
            }
            return rows % 89 == 50 && earlier != null ? row + "\r\n" + earlier : row;
        }
    }
}
