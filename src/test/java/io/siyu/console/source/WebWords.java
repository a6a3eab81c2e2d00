package io.siyu.console.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of all rooms, which rooms speak with which of them, and which are said where. */
final class WebWords {
    private static final String TEXT = "'((?:[^'\\\\]|\\\\.)*)'";
    private static final Pattern ENTRY = Pattern.compile("^  '([^']+)':", Pattern.MULTILINE);
    private static final Pattern BOTH_LANGUAGES =
            Pattern.compile("^  '([^']+)': \\[\\s*" + TEXT + ",\\s*" + TEXT + ",?\\s*],$", Pattern.MULTILINE);
    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");

    private static final Pattern SAID = Pattern.compile("'([A-Za-z]+)(\\.[\\w.-]+)'");
    private static final Pattern MADE_UP =
            Pattern.compile("`([A-Za-z]+\\.(?:[\\w.-]|\\$\\{[^}]*})*\\$\\{[^}]*}[\\w.-]*)`");
    private static final Pattern BY_VALUE = Pattern.compile("\\bword\\(\\s*'([^']+)'");
    private static final Pattern PLACE = Pattern.compile("\\$\\{[^}]*}");

    private final Map<String, Map<String, List<String>>> texts = new TreeMap<>();
    private final Map<String, Set<String>> spoken = new TreeMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> used = new TreeSet<>();

    WebWords(List<WebSource> sources) {
        List<WebSource> messages = sources.stream()
                .filter(source -> source.name().equals(WebSource.MESSAGES))
                .toList();
        messages.forEach(this::read);
        messages.forEach(source -> spoken.put(source.room(), vocabularyOf(source)));
        sources.stream()
                .filter(source -> !source.name().equals(WebSource.MESSAGES))
                .forEach(this::listen);
    }

    /** What is wrong with words or with how they are said. */
    List<String> complaints() {
        return complaints;
    }

    Set<String> unused() {
        Set<String> unused = keys().collect(Collectors.toCollection(TreeSet::new));
        unused.removeAll(used);
        return unused;
    }

    /** Beginnings of keys that words of several rooms have. */
    Set<String> sharedBeginnings() {
        Map<String, Set<String>> rooms = new TreeMap<>();
        texts.forEach((room, words) -> words.keySet()
                .forEach(key -> rooms.computeIfAbsent(beginning(key), any -> new TreeSet<>())
                        .add(room)));
        rooms.values().removeIf(owners -> owners.size() == 1);
        return rooms.keySet();
    }

    private void read(WebSource source) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        BOTH_LANGUAGES
                .matcher(source.text())
                .results()
                .forEach(found -> words.put(found.group(1), List.of(found.group(2), found.group(3))));
        ENTRY.matcher(source.text())
                .results()
                .map(found -> found.group(1))
                .filter(key -> !words.containsKey(key))
                .forEach(key -> complaints.add(source.path() + ": " + key + " has not two texts"));
        words.forEach((key, both) -> {
            if (!parameters(both.get(0)).equals(parameters(both.get(1)))) {
                complaints.add(source.path() + ": the texts of " + key + " differ in what they are told");
            }
        });
        texts.put(source.room(), words);
    }

    private static Set<String> parameters(String text) {
        return PARAMETER
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The words of the room and of those whose words it imports. */
    private Set<String> vocabularyOf(WebSource messages) {
        return Stream.concat(
                        Stream.of(messages.room()),
                        messages.imports().stream()
                                .filter(path -> path.endsWith("/" + WebSource.MESSAGES))
                                .map(path -> new WebSource(path, "").room()))
                .flatMap(room -> texts.getOrDefault(room, Map.of()).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void listen(WebSource source) {
        Set<String> known = spoken.getOrDefault(source.room(), Set.of());
        Set<String> beginnings = keys().map(WebWords::beginning).collect(Collectors.toSet());
        String code = source.code();
        SAID.matcher(code)
                .results()
                .filter(found -> beginnings.contains(found.group(1)))
                .forEach(found -> say(source, known, Pattern.quote(found.group(1) + found.group(2))));
        MADE_UP.matcher(code)
                .results()
                .filter(found -> beginnings.contains(beginning(found.group(1))))
                .forEach(found -> say(source, known, patternOf(found.group(1))));
        BY_VALUE.matcher(code).results().forEach(found -> say(source, known, Pattern.quote(found.group(1)) + "\\..+"));
    }

    private static String patternOf(String template) {
        return Stream.of(PLACE.split(template, -1)).map(Pattern::quote).collect(Collectors.joining("[^.]+"));
    }

    private void say(WebSource source, Set<String> known, String pattern) {
        List<String> said = known.stream().filter(key -> key.matches(pattern)).toList();
        if (said.isEmpty()) {
            complaints.add(source.path() + " has no word for " + pattern.replaceAll("\\\\[QE]", ""));
        }
        used.addAll(said);
    }

    private Stream<String> keys() {
        return texts.values().stream().flatMap(words -> words.keySet().stream());
    }

    private static String beginning(String key) {
        return key.substring(0, key.indexOf('.'));
    }
}
