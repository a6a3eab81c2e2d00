package io.siyu.platform.sql;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What locks several rows names its index. While most rows of a table are those of one shop, the database would rather look
 * at all of it, and wait for each row that another shop's work has locked.
 */
class LockingReadsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern SEVERAL_ROWS = Pattern.compile("\\bIN \\(|BETWEEN|[<>] \\?|LIMIT|BY ");
    private static final Pattern LOCKS = Pattern.compile("FOR UPDATE|FOR SHARE|LOCK IN SHARE MODE");
    private static final Pattern SAYS_HOW = Pattern.compile("FORCE INDEX|SKIP LOCKED");

    @Test
    void readsThatLockSeveralRowsNameTheirIndex() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<String> locking = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(LockingReadsTest::statements)
                    .filter(statement -> LOCKS.matcher(statement).find())
                    .toList();
            assertThat(locking).hasSizeGreaterThan(10);
            assertThat(locking)
                    .filteredOn(statement -> SEVERAL_ROWS.matcher(statement).find())
                    .allMatch(statement -> SAYS_HOW.matcher(statement).find());
        }
    }

    private static Stream<String> statements(Path file) {
        try {
            return Stream.of(Files.readString(file).split(";"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
