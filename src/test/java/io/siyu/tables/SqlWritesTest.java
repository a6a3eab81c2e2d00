package io.siyu.tables;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

class SqlWritesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT INTO a (x) SELECT y FROM b JOIN c ON TRUE                              | a",
                "INSERT IGNORE INTO a (x) VALUES (?)                                           | a",
                "INSERT INTO a (x) VALUES (?) ON DUPLICATE KEY UPDATE x = VALUES(x)            | a",
                "insert into a (x) values (1)                                                  | a",
                "REPLACE INTO a (x) VALUES (?)                                                 | a",
                "INSERT a (x) VALUES (?)                                                       | …",
                "LOAD DATA LOCAL INFILE 'rows' INTO TABLE a CHARACTER SET binary (x)           | a",
                "TRUNCATE TABLE a                                                              | a",
                "UPDATE a SET x = (SELECT MAX(y) FROM b WHERE b.z = a.z), v = 2 WHERE id = ?   | a",
                "UPDATE a FORCE INDEX (PRIMARY) SET x = ? WHERE id IN (?, ?)                     | a",
                "UPDATE a AS t SET t.x = ? ORDER BY id LIMIT 1                                 | a",
                "UPDATE a t JOIN b u ON u.id = t.id SET u.x = t.x, u.y = IF(t.y, 1, 2)         | b",
                "UPDATE a t JOIN b u ON u.id = t.id SET t.x = 1, u.y = 2 WHERE t.z = ?         | a;b",
                "UPDATE a t FORCE INDEX (PRIMARY) STRAIGHT_JOIN b u ON u.id = t.id SET t.x = 1 | a",
                "UPDATE a, b SET b.x = a.x                                                     | b",
                "UPDATE a JOIN (SELECT id, x FROM c) b ON b.id = a.id SET a.x = b.x            | a",
                "UPDATE a t JOIN … SET t.x = m.y WHERE …                                       | a",
                "UPDATE a t STRAIGHT_JOIN … SET m.x = 1                                        | …",
                "UPDATE a t JOIN b u ON TRUE SET x = 1                                         | …",
                "UPDATE a t JOIN b u ON TRUE SET …                                             | …",
                "UPDATE … SET x = 1                                                            | …",
                "UPDATE %s SET x = 1                                                           | …",
                "UPDATE a                                                                      | …",
                "update Task t set t.x = 1 where t.y = 2                                       | Task",
                "DELETE FROM a WHERE id IN (SELECT id FROM b)                                  | a",
                "DELETE u FROM a t JOIN b u ON u.id = t.id WHERE t.x = ?                       | b",
                "DELETE t, u FROM a t JOIN b u ON u.id = t.id                                  | a;b",
                "DELETE t FROM a t JOIN (SELECT id FROM b WHERE x = ?) f ON f.id = t.id        | a",
                "DELETE FROM … WHERE success = 0                                               | …",
                "DELETE                                                                        | …",
            })
    void tellsWhatAStatementWrites(String statement, String tables) {
        assertThat(SqlWrites.of(statement)).isEqualTo(new TreeSet<>(Set.of(tables.split(";"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM a FOR UPDATE",
                "ON DUPLICATE KEY UPDATE x = VALUES(x)",
                "Update the campaign",
                "Deletes a segment",
                "Delete it",
                "Replace the words of a shop",
                "Inserted rows",
                ""
            })
    void nothingIsWrittenByWhatIsNoStatementThatWrites(String text) {
        assertThat(SqlWrites.of(text)).isEmpty();
    }

    @Test
    void tellsWhichTablesAreMade() {
        assertThat(SqlWrites.made("-- a\nCREATE TABLE IF NOT EXISTS b (x INT);\nCREATE TEMPORARY TABLE c (y INT)"))
                .containsExactly("b", "c");
    }
}
