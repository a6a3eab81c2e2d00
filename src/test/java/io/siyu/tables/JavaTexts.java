package io.siyu.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts that Java sources put together of literals and constants; {@link #OPEN} stands for whatever else goes in. */
final class JavaTexts {
    static final String OPEN = "…";

    private static final Pattern TOKEN = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|\"\"\"(?<block>.*?)\"\"\"|\"(?<text>(?:[^\"\\\\]|\\\\.)*)\"|'(?:[^'\\\\]|\\\\.)+'"
                    + "|(?<word>[A-Za-z_$][\\w$]*)|(?<other>\\S)",
            Pattern.DOTALL);

    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, String> bySimpleName = new LinkedHashMap<>();

    private record Token(String value, boolean isText, boolean isWord) {
        boolean is(String symbol) {
            return !isText && value.equals(symbol);
        }
    }

    private record Source(List<Token> tokens, Map<String, Integer> constants) {}

    private record Operand(String text, int end) {}

    /** @param name the class's, which may have its folder before it */
    void add(String name, String source) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(source);
        while (matcher.find()) {
            if (matcher.group("text") != null || matcher.group("block") != null) {
                String text = matcher.group("text") == null ? matcher.group("block") : matcher.group("text");
                tokens.add(new Token(text, true, false));
            } else if (matcher.group("word") != null) {
                tokens.add(new Token(matcher.group("word"), false, true));
            } else if (matcher.group("other") != null) {
                tokens.add(new Token(matcher.group("other"), false, false));
            }
        }
        Map<String, Integer> constants = new LinkedHashMap<>();
        for (int i = 0; i + 3 < tokens.size(); i++) {
            if (tokens.get(i).is("String") && tokens.get(i + 2).is("=")) {
                constants.put(tokens.get(i + 1).value(), i + 3);
            }
        }
        sources.put(name, new Source(tokens, constants));
        bySimpleName.put(name.substring(name.lastIndexOf('/') + 1), name);
    }

    Set<String> names() {
        return sources.keySet();
    }

    /** Every text of a class, as far as it can be told. */
    List<String> texts(String name) {
        Source source = sources.get(name);
        List<String> texts = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < source.tokens().size(); i++) {
            boolean isConstant = source.tokens().get(i).isWord()
                    && constant(name, i, new HashSet<>())
                            .filter(operand -> isSymbol(source, operand.end(), "+"))
                            .isPresent();
            if (!seen.contains(i) && (source.tokens().get(i).isText() || isConstant)) {
                texts.add(chain(name, i, seen, new HashSet<>()));
            }
        }
        return texts;
    }

    /**
     * What a class gives as an argument wherever it makes such a call.
     *
     * @param call as in {@code new ShopLease} or {@code SearchedTable.of}
     */
    List<String> arguments(String name, String call, int argument) {
        Source source = sources.get(name);
        List<String> path = List.of(call.split("(?<=[ .])|(?=[ .])")).stream()
                .filter(part -> !part.isBlank())
                .toList();
        List<String> given = new ArrayList<>();
        for (int i = 0; i + path.size() < source.tokens().size(); i++) {
            if (matches(source, i, path) && isSymbol(source, i + path.size(), "(")) {
                int begin = i + path.size() + 1;
                for (int skipped = 0; skipped < argument; skipped++) {
                    begin = end(source, begin, Set.of()) + 1;
                }
                given.add(chain(name, begin, new HashSet<>(), new HashSet<>()));
            }
        }
        return given;
    }

    private static boolean matches(Source source, int at, List<String> path) {
        for (int i = 0; i < path.size(); i++) {
            if (!isSymbol(source, at + i, path.get(i))) {
                return false;
            }
        }
        return at == 0 || !isSymbol(source, at - 1, ".");
    }

    private String chain(String name, int begin, Set<Integer> seen, Set<String> within) {
        Source source = sources.get(name);
        StringBuilder text = new StringBuilder();
        int at = begin - 1;
        do {
            Operand operand = operand(name, at + 1, seen, within);
            text.append(operand.text());
            at = operand.end();
        } while (isSymbol(source, at, "+"));
        return text.toString();
    }

    private Operand operand(String name, int at, Set<Integer> seen, Set<String> within) {
        Source source = sources.get(name);
        if (source.tokens().get(at).isText()) {
            seen.add(at);
            return new Operand(source.tokens().get(at).value(), at + 1);
        }
        return constant(name, at, within)
                .filter(operand -> isEnd(source, operand.end()))
                .orElseGet(() -> new Operand(OPEN, end(source, at, Set.of("+"))));
    }

    private static boolean isEnd(Source source, int at) {
        return Set.of("+", ",", ")", ";", "}").stream().anyMatch(symbol -> isSymbol(source, at, symbol));
    }

    /** Of this class, or of one that is named. */
    private Optional<Operand> constant(String name, int at, Set<String> within) {
        Source source = sources.get(name);
        String word = source.tokens().get(at).value();
        if (source.tokens().get(at).isText() || at > 0 && isSymbol(source, at - 1, ".")) {
            return Optional.empty();
        }
        boolean isOfAnother = bySimpleName.containsKey(word) && isSymbol(source, at + 1, ".");
        String owner = isOfAnother ? bySimpleName.get(word) : name;
        int nameAt = isOfAnother ? at + 2 : at;
        String constant = source.tokens().get(nameAt).value();
        Integer value = sources.get(owner).constants().get(constant);
        if (value == null || !within.add(owner + "." + constant)) {
            return Optional.empty();
        }
        String text = chain(owner, value, new HashSet<>(), within);
        within.remove(owner + "." + constant);
        return Optional.of(new Operand(text, nameAt + 1));
    }

    /** Where an expression ends that begins here. */
    private static int end(Source source, int begin, Set<String> moreEnds) {
        int depth = 0;
        for (int i = begin; i < source.tokens().size(); i++) {
            Token token = source.tokens().get(i);
            boolean isOpening = token.is("(") || token.is("{") || token.is("[");
            boolean isClosing = token.is(")") || token.is("}") || token.is("]");
            boolean isSeparator = token.is(",") || token.is(";") || !token.isText() && moreEnds.contains(token.value());
            if (depth == 0 && (isClosing || isSeparator)) {
                return i;
            }
            depth += isOpening ? 1 : 0;
            depth -= isClosing ? 1 : 0;
        }
        return source.tokens().size();
    }

    private static boolean isSymbol(Source source, int at, String symbol) {
        return at >= 0 && at < source.tokens().size() && source.tokens().get(at).is(symbol);
    }
}
