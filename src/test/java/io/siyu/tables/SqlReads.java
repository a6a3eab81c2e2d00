package io.siyu.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the texts of a Java source read: the tables of SQL, the entities of HQL. */
final class SqlReads {
    private static final Pattern TOKEN = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|'(?:[^'\\\\]|\\\\.)+'|\"\"\"(?<block>.*?)\"\"\"|\"(?<text>(?:[^\"\\\\]|\\\\.)*)\""
                    + "|(?<other>\\S)",
            Pattern.DOTALL);

    /** A list of tables, each with or without an alias; or an entity, which alone begins with a capital. */
    private static final Pattern READ = Pattern.compile("(?:\\bFROM|\\bJOIN|\\bSTRAIGHT_JOIN)\\s+"
            + "(?<tables>\\w+(?:(?:\\s+\\w+){0,2}\\s*,\\s*\\w+)*)|\\b(?i:from|join)\\s+(?<entity>[A-Z]\\w*)");

    private SqlReads() {}

    /** Names that may be tables or entities. */
    static Set<String> in(String source) {
        Set<String> names = new TreeSet<>();
        for (String text : texts(source)) {
            Matcher read = READ.matcher(text);
            while (read.find()) {
                String found = read.group("tables") == null ? read.group("entity") : read.group("tables");
                Arrays.stream(found.split("\\s*,\\s*"))
                        .map(table -> table.split("\\s+")[0])
                        .forEach(names::add);
            }
        }
        return names;
    }

    /** Texts that are added to each other are one. */
    private static List<String> texts(String source) {
        List<String> texts = new ArrayList<>();
        boolean isAdded = false;
        Matcher token = TOKEN.matcher(source);
        while (token.find()) {
            String text = token.group("block") == null ? token.group("text") : token.group("block");
            if (text != null) {
                texts.add(isAdded ? texts.remove(texts.size() - 1) + text : text);
                isAdded = false;
            } else if (token.group("other") != null) {
                isAdded = token.group("other").equals("+") && isBehindText(source, token.start());
            }
        }
        return texts;
    }

    private static boolean isBehindText(String source, int position) {
        return source.substring(0, position).stripTrailing().endsWith("\"");
    }
}
