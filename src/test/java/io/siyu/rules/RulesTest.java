package io.siyu.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Each rule stands in docs/rules.md with its clauses, each clause with tests, and each test that is named there is one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesTest {
    private static final int RULES = 18;
    private static final int CASES = 21;

    private static final Path TESTS = Path.of("src/test/java");
    private static final String JAVA = ".java";

    private final RulesPage page = RulesPage.read(Path.of("docs/rules.md"));
    private final Map<String, List<String>> classesByName = classesByName();

    @Test
    void eachRuleIsThereWithItsClauses() {
        assertThat(page.clauses().keySet()).isEqualTo(numbers(RULES));
        assertThat(page.clauses())
                .allSatisfy(
                        (rule, clauses) -> assertThat(clauses).as("R" + rule).isNotEmpty());
    }

    @Test
    void eachCaseThatWasSeenIsThere() {
        assertThat(page.cases().keySet()).isEqualTo(numbers(CASES));
    }

    @Test
    void eachClauseHasATest() {
        assertThat(page.rows()).allSatisfy(row -> {
            assertThat(row.clause()).isNotBlank();
            assertThat(row.tests()).as(row.clause()).isNotEmpty().doesNotHaveDuplicates();
        });
        assertThat(page.clauses().values().stream().flatMap(List::stream).map(RulesPage.Row::clause))
                .doesNotHaveDuplicates();
    }

    @Test
    void eachTestThatIsNamedIsOne() {
        assertThat(page.rows().stream()
                        .flatMap(row -> row.tests().stream())
                        .distinct()
                        .filter(test -> !isTest(test)))
                .as("no tests, or not in one class of this name")
                .isEmpty();
    }

    @Test
    void whatIsMissingIsFound() {
        RulesPage broken = RulesPage.of("""
                ## R1 Counted order
                | clause | test |
                |---|---|
                | It is paid. | |
                | It is not closed. | `RulesTest.whatIsMissingIsFound`<br>`RulesTest.numbers` |
                ## What was seen
                | 2. Tasks stayed with the old owner. | `NobodyTest.nothing` |
                """);
        assertThat(broken.clauses()).containsOnlyKeys(1);
        assertThat(broken.cases()).containsOnlyKeys(2);
        assertThat(broken.clauses().get(1).get(0).tests()).isEmpty();
        assertThat(broken.rows().stream().flatMap(row -> row.tests().stream()).filter(this::isTest))
                .containsExactly("RulesTest.whatIsMissingIsFound");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> RulesPage.of("## What was seen\n| Tasks stayed. | `NobodyTest.nothing` |"));
    }

    /** Of JUnit or of jqwik: both mark what they run as {@link Testable}. */
    private boolean isTest(String name) {
        String[] parts = name.split("\\.");
        List<String> classes = classesByName.getOrDefault(parts[0], List.of());
        return parts.length == 2
                && classes.size() == 1
                && Arrays.stream(load(classes.get(0)).getDeclaredMethods())
                        .anyMatch(method -> method.getName().equals(parts[1])
                                && AnnotationSupport.isAnnotated(method, Testable.class));
    }

    /** Without running what its class does when it is first used. */
    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, RulesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<Integer> numbers(int last) {
        return IntStream.rangeClosed(1, last).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, List<String>> classesByName() {
        Map<String, List<String>> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(TESTS)) {
            files.filter(file -> file.toString().endsWith(JAVA)).forEach(file -> {
                String path = TESTS.relativize(file).toString();
                String name = path.substring(0, path.length() - JAVA.length()).replace('/', '.');
                classes.computeIfAbsent(name.substring(name.lastIndexOf('.') + 1), key -> new ArrayList<>())
                        .add(name);
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return classes;
    }
}
