package io.siyu.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What docs/rules.md says: the clauses of each rule and the cases that were seen, each with its tests. */
record RulesPage(Map<Integer, List<Row>> clauses, Map<Integer, Row> cases) {
    private static final Pattern RULE = Pattern.compile("## R(\\d+) .+");
    private static final Pattern OTHER_HEADING = Pattern.compile("## .+");
    private static final Pattern ROW = Pattern.compile("\\| *(.*?) *\\| *(.*?) *\\|");
    private static final Pattern CASE = Pattern.compile("(\\d+)\\. .+");
    private static final Pattern DELIMITER = Pattern.compile("-+");
    private static final String BETWEEN_TESTS = "<br>";

    /** @param tests each as Class.method */
    record Row(String clause, List<String> tests) {}

    static RulesPage read(Path page) {
        try {
            return of(Files.readString(page));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static RulesPage of(String text) {
        RulesPage page = new RulesPage(new TreeMap<>(), new TreeMap<>());
        List<Row> ofRule = null;
        for (String line : text.lines().toList()) {
            Matcher rule = RULE.matcher(line);
            Matcher row = ROW.matcher(line);
            if (rule.matches()) {
                ofRule = page.clauses.computeIfAbsent(Integer.valueOf(rule.group(1)), number -> new ArrayList<>());
            } else if (OTHER_HEADING.matcher(line).matches()) {
                ofRule = null;
            } else if (row.matches() && !isHead(row)) {
                page.take(new Row(row.group(1), testsIn(row.group(2))), ofRule);
            }
        }
        return page;
    }

    private void take(Row row, List<Row> ofRule) {
        if (ofRule != null) {
            ofRule.add(row);
            return;
        }
        Matcher seen = CASE.matcher(row.clause());
        if (!seen.matches() || cases.putIfAbsent(Integer.valueOf(seen.group(1)), row) != null) {
            throw new AssertionError("neither a clause of a rule nor a case of its own: " + row.clause());
        }
    }

    private static boolean isHead(Matcher row) {
        return row.group(2).equals("test") || DELIMITER.matcher(row.group(2)).matches();
    }

    private static List<String> testsIn(String cell) {
        return Arrays.stream(cell.split(BETWEEN_TESTS))
                .map(test -> test.replace("`", "").strip())
                .filter(test -> !test.isEmpty())
                .toList();
    }

    List<Row> rows() {
        List<Row> all = new ArrayList<>();
        clauses.values().forEach(all::addAll);
        all.addAll(cases.values());
        return all;
    }
}
