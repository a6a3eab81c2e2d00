package io.siyu.tables;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A table is written by the feature that it belongs to and by no other; docs/tables.md says by which classes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TableWritersTest {
    private static final Path SOURCES = Path.of("src/main/java/io/siyu");
    private static final Path MIGRATIONS = Path.of("db/migration");
    private static final String LIBRARY = "V202611291800__add_quartz.sql";

    /** They write what others name. Who names a table to them counts as its writer. */
    private static final Map<String, String> WRITERS_FOR_OTHERS = Map.of(
            "platform/sql/BulkInsert", "a table's class says into which: BulkInsert.Table",
            "platform/sql/BulkUpdate", "a table's class says of which: BulkUpdate.Change",
            "platform/time/ShopLease", "its owner says which table has the lease",
            "platform/privacy/EncryptedTable", "made by beans of the features whose tables they are",
            "platform/privacy/ReencryptionPass", "encrypts anew what EncryptedTable beans name",
            "platform/privacy/search/SearchedTable", "made by beans of the features whose tables they are",
            "platform/privacy/search/TableSearch", "takes the erased out of what SearchedTable beans name",
            "buyer/contact/ContactSearch", "the same for contacts, of the two tables that SearchedBuyers names",
            "platform/database/FailedMigrations", "the history of migrations is Flyway's table");

    private final WrittenTables written = WrittenTables.in(SOURCES);
    private final TablesPage page = TablesPage.read(Path.of("docs/tables.md"));

    @Test
    void noFeatureWritesATableOfAnother() {
        List<String> strangers = new ArrayList<>();
        written.writersByTable().forEach((table, writers) -> {
            String owner =
                    page.lines().containsKey(table) ? page.lines().get(table).feature() : "nobody";
            writers.stream()
                    .filter(writer -> !writer.startsWith(owner + "/"))
                    .forEach(writer -> strangers.add(writer + " writes " + table + " of " + owner));
        });
        assertThat(strangers)
                .as("call a class of the owner instead, or give the SQL to it")
                .isEmpty();
    }

    @Test
    void everyStatementTellsWhichTableItWrites() {
        assertThat(written.open())
                .as("name the table in the statement: what cannot be read cannot be held to its owner")
                .isEqualTo(new TreeSet<>(WRITERS_FOR_OTHERS.keySet()));
    }

    @Test
    void thePageHasAllTablesAndNoOthers() {
        Set<String> made = new TreeSet<>(written.made());
        tablesByMigration().values().forEach(made::addAll);
        assertThat(page.lines().keySet()).isEqualTo(made);
        assertThat(page.lines())
                .allSatisfy((table, line) -> assertThat(line.holds()).isNotBlank());
    }

    @Test
    void thePageNamesExactlyWhoWrites() {
        Map<String, Set<String>> told = new TreeMap<>();
        page.lines().forEach((table, line) -> told.put(table, line.writers()));
        assertThat(told).isEqualTo(written.writersByTable());
    }

    @Test
    void tablesAreMadeInTheMigrationOfTheirOwner() {
        Map<String, Set<String>> made = tablesByMigration();
        page.makersByFeature().forEach((feature, makers) -> {
            Set<String> tables = new TreeSet<>();
            makers.forEach(maker -> tables.addAll(made.getOrDefault(maker, written.made())));
            assertThat(tables).as("tables of %s, made in %s", feature, makers).isEqualTo(tablesOf(feature));
            if (!feature.equals("platform")) {
                assertThat(makers).containsExactly("add_" + feature);
            }
        });
    }

    private Set<String> tablesOf(String feature) {
        Set<String> tables = new TreeSet<>(page.lines().keySet());
        tables.removeIf(table -> !page.lines().get(table).feature().equals(feature));
        return tables;
    }

    /** By the name of the migration without its version. */
    private static Map<String, Set<String>> tablesByMigration() {
        Map<String, Set<String>> tables = new TreeMap<>();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.equals(LIBRARY)) {
                    tables.put(name.replaceAll("^V\\d+__|\\.sql$", ""), SqlWrites.made(Files.readString(file)));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return tables;
    }
}
