package io.siyu.tables;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class WrittenTablesTest {
    @TempDir
    Path sources;

    @Test
    void tellsWhichClassesWriteATable() throws IOException {
        put("order/write/Lock", "new ShopLease(sql, LEASE); static final String LEASE = \"a_lease\";");
        put("order/Sums", "BulkUpdate.Change c = new BulkUpdate.Change(\"a\", List.of(\"id\"), columns);");
        put("buyer/Joining", "sql.update(\"UPDATE a x JOIN b y ON TRUE SET x.c = 1\" + \", y.c = 2\");");
        put("buyer/Searched", "return SearchedTables.of(SearchedTable.of(\"a\", \"text\"));");
        put("buyer/Reader", "sql.list(\"SELECT * FROM a FOR UPDATE\");");
        WrittenTables written = WrittenTables.in(sources);
        assertThat(written.writersByTable())
                .isEqualTo(Map.of(
                        "a", Set.of("buyer/Joining", "buyer/Searched", "order/Sums"),
                        "a_lease", Set.of("order/write/Lock"),
                        "b", Set.of("buyer/Joining")));
        assertThat(written.open()).isEmpty();
    }

    @Test
    void tellsWhereATableCannotBeRead() throws IOException {
        put("order/Any", "sql.update(\"DELETE FROM \" + table);");
        assertThat(WrittenTables.in(sources).open()).containsExactly("order/Any");
    }

    @Test
    void anEntityWritesItsTable() throws IOException {
        put("task/Task", "@Entity\n@Table(name = \"tasks\")\npublic class Task {}");
        put("post/CampaignPost", "@Entity\npublic class CampaignPost {}");
        assertThat(WrittenTables.in(sources).writersByTable())
                .isEqualTo(Map.of("tasks", Set.of("task/Task"), "campaign_post", Set.of("post/CampaignPost")));
    }

    @Test
    void temporaryTablesAreNobodys() throws IOException {
        put(
                "platform/Bulk",
                "run(\"CREATE TEMPORARY TABLE staged (id INT)\"); run(\"INSERT INTO staged (id) VALUES (1)\");");
        assertThat(WrittenTables.in(sources).writersByTable()).isEmpty();
    }

    private void put(String path, String source) throws IOException {
        Path file = sources.resolve(path + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "\n" + source);
    }
}
