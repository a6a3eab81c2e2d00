package io.siyu.platform.sql;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.inject.Inject;

import java.util.List;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Rows come in by as many statements as they need, each once. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class SqlInsertTest {
    private static final Sql.Insertion INSERTION =
            new Sql.Insertion("INSERT INTO insert_probe (id, n)", "ON DUPLICATE KEY UPDATE n = n + VALUES(n)");

    @Inject
    Sql sql;

    @BeforeEach
    void createTable() {
        sql.update("CREATE TABLE insert_probe (id INT NOT NULL PRIMARY KEY, n INT NOT NULL)");
    }

    @AfterEach
    void dropTable() {
        sql.update("DROP TABLE insert_probe");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 499, 500, 501, 1000, 1203})
    void insertsOrChangesEachRowOnce(int count) {
        List<Object[]> rows =
                IntStream.range(0, count).mapToObj(i -> new Object[] {i, 2 * i}).toList();

        sql.insert(INSERTION, rows);
        assertThat(stored())
                .isEqualTo(IntStream.range(0, count).map(i -> 2 * i).boxed().toList());

        sql.insert(INSERTION, rows);
        assertThat(stored())
                .isEqualTo(IntStream.range(0, count).map(i -> 4 * i).boxed().toList());
    }

    private List<Integer> stored() {
        return sql.list("SELECT n FROM insert_probe ORDER BY id", row -> row.intAt("n"));
    }
}
