package io.siyu.tables;

import io.siyu.Floors;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * SQL reads down only: the tables of the own feature and of those on lower floors. What must be known of a table further up,
 * or beside, is contributed as a bean by the feature whose table it is.
 */
class TableReadersTest {
    private static final Path FEATURES = Path.of("src/main/java/io/siyu");
    private static final Path PAGE = Path.of("docs/tables.md");

    /** Fewer would mean that reads are not found any more. */
    private static final int READS_AT_LEAST = 150;

    private record Read(Path reader, String feature, String table, String owner) {
        boolean isOfAnother() {
            return !feature.equals(owner);
        }

        @Override
        public String toString() {
            return reader + " reads " + table + ", which is of " + owner;
        }
    }

    @Test
    void featuresReadNoTableOfAHigherFloorOrBesideThem() throws IOException {
        List<Read> reads = reads();

        assertThat(reads).hasSizeGreaterThan(READS_AT_LEAST);
        assertThat(reads.stream()
                        .filter(Read::isOfAnother)
                        .filter(read -> Floors.of(read.owner()) >= Floors.of(read.feature())))
                .isEmpty();
    }

    @Test
    void findsReadsInEveryForm() {
        assertThat(SqlReads.in(
                        "sql.list(\"SELECT a FROM shop s\" + \" LEFT JOIN \"\n + \"follower f\", MORE + \"buyer b\");"))
                .containsExactly("follower", "shop");
        assertThat(SqlReads.in("\"\"\"\n SELECT a\n FROM task\n STRAIGHT_JOIN staff s ON (SELECT 1 FROM tag)\"\"\""))
                .containsExactly("staff", "tag", "task");
        assertThat(SqlReads.in("\"SELECT 1 FROM shop AS s, buyer, (SELECT 2 FROM task t, tag) u, WHERE\""))
                .containsExactly("buyer", "shop", "tag", "task");
        assertThat(SqlReads.in("\"select min(c) from Shop s join Campaign c from far\""))
                .containsExactly("Campaign", "Shop");
        assertThat(SqlReads.in("// \"FROM shop\"\n/** \"FROM buyer\" */ char c = '\"'; // FROM task"))
                .isEmpty();
    }

    private static List<Read> reads() throws IOException {
        Map<String, String> owners = new TreeMap<>();
        TablesPage.read(PAGE).lines().forEach((table, line) -> owners.put(table, line.feature()));
        Map<Path, String> sources = sources();
        sources.forEach((file, source) -> {
            if (source.contains("\n@Entity\n")) {
                owners.put(file.getFileName().toString().replace(".java", ""), featureOf(file));
            }
        });
        List<Read> reads = new ArrayList<>();
        sources.forEach((file, source) -> {
            for (String name : SqlReads.in(source)) {
                if (owners.containsKey(name)) {
                    reads.add(new Read(file, featureOf(file), name, owners.get(name)));
                }
            }
        });
        return reads;
    }

    private static String featureOf(Path file) {
        return file.getName(0).toString();
    }

    private static Map<Path, String> sources() throws IOException {
        Map<Path, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(FEATURES)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                sources.put(FEATURES.relativize(file), Files.readString(file));
            }
        }
        return sources;
    }
}
