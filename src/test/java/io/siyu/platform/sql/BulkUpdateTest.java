package io.siyu.platform.sql;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.Database;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.inject.Inject;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Few rows and many go different ways and come to the same. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class BulkUpdateTest {
    private static final BulkUpdate.Change CHANGE = new BulkUpdate.Change(
            "update_probe",
            List.of("shop_id", "id"),
            List.of(
                    BulkUpdate.Column.taken("day"),
                    BulkUpdate.Column.takenIfGiven("bytes"),
                    BulkUpdate.Column.takenIfMissing("name")));
    private static final byte[] OLD = {1, 0, '\n'};
    private static final byte[] NEW = {'\\', 9, 0};
    private static final LocalDate DAY = LocalDate.parse("2024-02-29");

    @Inject
    BulkUpdate bulk;

    @Inject
    Sql sql;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @BeforeEach
    void createTable() {
        sql.update(
                "CREATE TABLE update_probe (shop_id BIGINT NOT NULL, id BIGINT NOT NULL, version INT NOT NULL DEFAULT 0,"
                        + " day DATE, bytes VARBINARY(9), name VARCHAR(9), PRIMARY KEY (shop_id, id)) DEFAULT CHARSET = utf8mb4");
    }

    @AfterEach
    void dropTable() {
        sql.update("DROP TABLE update_probe");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 49, 50, 1200})
    void changesEachRowToItsOwnValues(int rows) {
        store(rows, null);

        update(IntStream.range(0, rows)
                .mapToObj(id -> new Object[] {1, id, DAY.plusDays(id), NEW, "茶" + id})
                .toList());

        assertThat(sql.list("SELECT * FROM update_probe WHERE shop_id = 1 ORDER BY id", row -> {
                    int id = row.intAt("id");
                    assertThat(row.dayAt("day")).isEqualTo(DAY.plusDays(id));
                    assertThat(row.bytesAt("bytes")).isEqualTo(NEW);
                    assertThat(row.textAt("name")).isEqualTo("茶" + id);
                    assertThat(row.intAt("version")).isEqualTo(1);
                    return id;
                }))
                .hasSize(rows);
        assertThat(count("shop_id = 2 AND version = 0 AND day IS NULL"))
                .as("another shop's")
                .isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60})
    void takesWhatIsGivenOrMissingOnly(int rows) {
        store(rows, "旧");

        update(IntStream.range(0, rows)
                .mapToObj(id -> new Object[] {1, id, null, null, "新"})
                .toList());

        assertThat(sql.list("SELECT * FROM update_probe WHERE shop_id = 1", row -> {
                    assertThat(row.dayAt("day")).isNull();
                    assertThat(row.bytesAt("bytes")).isEqualTo(OLD);
                    assertThat(row.textAt("name")).isEqualTo("旧");
                    return row.intAt("version");
                }))
                .hasSize(rows)
                .containsOnly(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60})
    void makesNoRows(int rows) {
        update(IntStream.range(0, rows)
                .mapToObj(id -> new Object[] {1, id, DAY, NEW, null})
                .toList());

        assertThat(count("TRUE")).isZero();
    }

    @Test
    void changesNothingOfWhatDoesNotFitAndGoesOnAfterwards() {
        store(60, null);
        List<Object[]> tooLong = IntStream.range(0, 60)
                .mapToObj(id -> new Object[] {1, id, DAY, NEW, id < 59 ? "n" : "longer than nine"})
                .toList();

        assertThatThrownBy(() -> update(tooLong)).isInstanceOf(SqlFailure.class);
        assertThat(count("version > 0")).isZero();

        update(tooLong.subList(0, 55));
        assertThat(count("version > 0")).isEqualTo(55);
    }

    /** The embedded MariaDB knows no rights. */
    @Test
    @EnabledIfSystemProperty(named = "siyu.test.mysql", matches = "true")
    void doesWithoutTemporaryTablesWhereTheyAreNotAllowed() throws SQLException {
        store(60, null);
        sql.update("CREATE USER plain_probe IDENTIFIED BY 'plain'");
        sql.update("GRANT SELECT, INSERT, UPDATE, DELETE ON siyu.* TO plain_probe");
        try (AgroalDataSource plain = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(1)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url)
                                .principal(new NamePrincipal("plain_probe"))
                                .credential(new SimplePassword("plain")))))) {
            Sql plainSql = new Sql(plain);
            new BulkUpdate(plainSql, new BulkInsert(plain, plainSql))
                    .update(
                            CHANGE,
                            IntStream.range(0, 60)
                                    .mapToObj(id -> new Object[] {1, id, DAY, NEW, null})
                                    .toList());
        } finally {
            sql.update("DROP USER plain_probe");
        }

        assertThat(count("shop_id = 1 AND version = 1 AND day = '2024-02-29'")).isEqualTo(60);
    }

    private void store(int rows, String name) {
        sql.batch(
                "INSERT INTO update_probe (shop_id, id, bytes, name) VALUES (?, ?, ?, ?), (?, ?, ?, ?)",
                IntStream.range(0, rows)
                        .mapToObj(id -> new Object[] {1, id, OLD, name, 2, id, OLD, name})
                        .toList());
    }

    private void update(List<Object[]> rows) {
        QuarkusTransaction.requiringNew().run(() -> bulk.update(CHANGE, rows));
    }

    private int count(String condition) {
        return sql.first("SELECT COUNT(*) AS n FROM update_probe WHERE " + condition, row -> row.intAt("n"))
                .orElseThrow();
    }
}
