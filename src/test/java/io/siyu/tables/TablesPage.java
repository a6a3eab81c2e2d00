package io.siyu.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What docs/tables.md says. */
record TablesPage(Map<String, Line> lines, Map<String, Set<String>> makersByFeature) {
    private static final Pattern HEADING = Pattern.compile("## (\\w+), made in (.+)");
    private static final Pattern LINE = Pattern.compile("\\| (\\w+) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    /** @param writers classes by their path */
    record Line(String feature, Set<String> writers, String holds) {}

    static TablesPage read(Path page) {
        try {
            return of(Files.readString(page));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static TablesPage of(String page) {
        TablesPage read = new TablesPage(new TreeMap<>(), new TreeMap<>());
        String feature = "";
        for (String text : page.lines().toList()) {
            Matcher heading = HEADING.matcher(text);
            Matcher line = LINE.matcher(text);
            if (heading.matches()) {
                feature = heading.group(1);
                read.makersByFeature().put(feature, quoted(heading.group(2), ""));
            } else if (line.matches() && !line.group(1).equals("table")) {
                read.lines().put(line.group(1), new Line(feature, quoted(line.group(2), feature + "/"), line.group(3)));
            }
        }
        return read;
    }

    private static Set<String> quoted(String text, String before) {
        Set<String> quoted = new TreeSet<>();
        Matcher matcher = QUOTED.matcher(text);
        while (matcher.find()) {
            quoted.add(before + matcher.group(1));
        }
        return quoted;
    }
}
