package io.siyu.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which tables a statement writes. One that it does not tell is {@link JavaTexts#OPEN}. */
final class SqlWrites {
    /** A colon or a question mark is a value; what a format fills in is as open as what Java adds. */
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|[\\w.$`…%]+|\\S");

    private static final Set<String> MODIFIERS = Set.of("IGNORE", "LOW_PRIORITY", "HIGH_PRIORITY", "DELAYED", "QUICK");
    private static final Set<String> NO_ALIAS = Set.of(
            "ON",
            "SET",
            "WHERE",
            "JOIN",
            "STRAIGHT_JOIN",
            "INNER",
            "LEFT",
            "RIGHT",
            "CROSS",
            "FORCE",
            "USE",
            "IGNORE",
            "USING",
            "ORDER",
            "LIMIT",
            "AS");
    private static final Set<String> ENDS = Set.of("WHERE", "ORDER", "LIMIT");

    private final List<String> tokens = new ArrayList<>();

    private SqlWrites(String statement) {
        Matcher matcher = TOKEN.matcher(statement);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
    }

    /** Empty for what is no statement that writes. */
    static Set<String> of(String statement) {
        SqlWrites writes = new SqlWrites(statement.strip());
        return switch (writes.word(0)) {
            case "INSERT", "REPLACE" -> writes.inserted();
            case "UPDATE" -> writes.updated();
            case "DELETE" -> writes.deleted();
            case "LOAD" -> writes.named("INTO", "TABLE");
            case "TRUNCATE" -> writes.named("TRUNCATE", "TABLE");
            default -> Set.of();
        };
    }

    /** Tables that it makes, for no longer than its connection among them. */
    static Set<String> made(String statement) {
        Matcher matcher = Pattern.compile("CREATE (TEMPORARY )?TABLE (IF NOT EXISTS )?(\\w+)", Pattern.CASE_INSENSITIVE)
                .matcher(statement);
        Set<String> made = new TreeSet<>();
        while (matcher.find()) {
            made.add(matcher.group(3));
        }
        return made;
    }

    private Set<String> inserted() {
        int at = behindModifiers(1);
        if (word(at).equals("INTO")) {
            return Set.of(table(at + 1));
        }
        return isLoud() ? Set.of(JavaTexts.OPEN) : Set.of();
    }

    private Set<String> named(String before, String table) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (word(i).equals(before) && word(i + 1).equals(table)) {
                return Set.of(table(i + 2));
            }
        }
        return Set.of();
    }

    private Set<String> updated() {
        int set = next(1, Set.of("SET"));
        if (set == tokens.size()) {
            return isLoud() ? Set.of(JavaTexts.OPEN) : Set.of();
        }
        Map<String, String> tables = references(1, set);
        if (tables.size() == 1 && next(1, Set.of("JOIN", "STRAIGHT_JOIN", ",")) > set) {
            return Set.copyOf(tables.values());
        }
        Set<String> written = new TreeSet<>();
        int end = next(set, ENDS);
        for (int at = set + 1; at < end; at = next(at, Set.of(",")) + 1) {
            written.add(ofColumn(tables, tokens.get(at)));
        }
        return written;
    }

    private static String ofColumn(Map<String, String> tables, String column) {
        int dot = column.indexOf('.');
        return dot < 0 ? JavaTexts.OPEN : tables.getOrDefault(column.substring(0, dot), JavaTexts.OPEN);
    }

    private Set<String> deleted() {
        int at = behindModifiers(1);
        int from = next(at, Set.of("FROM"));
        if (from == tokens.size()) {
            return isLoud() ? Set.of(JavaTexts.OPEN) : Set.of();
        }
        if (from == at) {
            return Set.of(table(from + 1));
        }
        Map<String, String> tables = references(from + 1, next(from, ENDS));
        Set<String> written = new TreeSet<>();
        for (int i = at; i < from; i++) {
            if (!tokens.get(i).equals(",")) {
                written.add(tables.getOrDefault(tokens.get(i), JavaTexts.OPEN));
            }
        }
        return written;
    }

    /** The tables of a join by their aliases. */
    private Map<String, String> references(int begin, int end) {
        Map<String, String> tables = new HashMap<>();
        int at = begin;
        while (at < end) {
            if (!tokens.get(at).equals("(")) {
                String table = table(at);
                int alias = word(at + 1).equals("AS") ? at + 2 : at + 1;
                boolean hasAlias = alias < end && !NO_ALIAS.contains(word(alias)) && isName(tokens.get(alias));
                tables.put(hasAlias ? tokens.get(alias) : table, table);
            }
            at = next(at, Set.of("JOIN", "STRAIGHT_JOIN", ",")) + 1;
        }
        return tables;
    }

    /** The next of these words that is within no more parentheses than this place. */
    private int next(int begin, Set<String> words) {
        int depth = 0;
        for (int i = begin; i < tokens.size(); i++) {
            if (depth == 0 && words.contains(word(i))) {
                return i;
            }
            depth += tokens.get(i).equals("(") ? 1 : 0;
            depth -= tokens.get(i).equals(")") ? 1 : 0;
        }
        return tokens.size();
    }

    private int behindModifiers(int begin) {
        int at = begin;
        while (MODIFIERS.contains(word(at))) {
            at++;
        }
        return at;
    }

    /** Prose may begin with the same words, but not in capitals. */
    private boolean isLoud() {
        return tokens.get(0).equals(word(0));
    }

    private String table(int at) {
        String name = at < tokens.size() ? tokens.get(at).replace("`", "") : JavaTexts.OPEN;
        return isName(name) ? name : JavaTexts.OPEN;
    }

    private static boolean isName(String token) {
        return token.matches("\\w+");
    }

    private String word(int at) {
        return at < tokens.size() ? tokens.get(at).toUpperCase(Locale.ROOT) : "";
    }
}
