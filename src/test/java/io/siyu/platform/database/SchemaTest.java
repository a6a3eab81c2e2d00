package io.siyu.platform.database;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.Database;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import jakarta.inject.Inject;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every table, so that the schema runs on a cluster and can be split by shop. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class SchemaTest {
    /** The first two are read by person, to find the shops; kept answers are found by the hash of their key. */
    private static final Set<String> NOT_BY_SHOP = Set.of("membership", "staff_invitation", "idempotency_key");

    @Inject
    DataSource database;

    @Test
    void everyTableHasAPrimaryKey() throws SQLException {
        assertThat(tables("SELECT table_name FROM information_schema.tables t WHERE table_schema = DATABASE()"
                        + " AND table_type = 'BASE TABLE' AND NOT EXISTS (SELECT 1 FROM information_schema.statistics s"
                        + " WHERE s.table_schema = t.table_schema AND s.table_name = t.table_name"
                        + " AND s.index_name = 'PRIMARY')"))
                .isEmpty();
    }

    @Test
    void whatBelongsToAShopIsKeyedByItFirst() throws SQLException {
        List<String> keyedOtherwise = tables("SELECT s.table_name FROM information_schema.statistics s"
                + " JOIN information_schema.columns c ON c.table_schema = s.table_schema"
                + " AND c.table_name = s.table_name AND c.column_name = 'shop_id'"
                + " WHERE s.table_schema = DATABASE() AND s.non_unique = 0 AND s.seq_in_index = 1"
                + " AND s.column_name <> 'shop_id'");

        assertThat(keyedOtherwise).isSubsetOf(NOT_BY_SHOP);
    }

    @Test
    void noTableCountsItsRowsItself() throws SQLException {
        assertThat(tables("SELECT table_name FROM information_schema.columns WHERE table_schema = DATABASE()"
                        + " AND extra LIKE '%auto_increment%'"))
                .isEmpty();
    }

    private List<String> tables(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        }
    }
}
