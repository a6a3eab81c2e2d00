package io.siyu.console.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A TypeScript file of the console.
 *
 * @param path below the console's folder, with slashes
 */
record WebSource(String path, String text) {
    static final Path APP = Path.of("src/main/resources/web/app");
    static final String MESSAGES = "messages.ts";
    static final String TYPES = "types.ts";

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?<=^|\\s)//[^\\n]*", Pattern.DOTALL);
    private static final Pattern OWN_IMPORT = Pattern.compile("\\b(?:from|import)\\s*\\(?\\s*'(\\.[^']*)'");

    static List<WebSource> all() throws IOException {
        try (Stream<Path> files = Files.walk(APP)) {
            return files.filter(file -> file.toString().endsWith(".ts"))
                    .sorted()
                    .map(WebSource::read)
                    .toList();
        }
    }

    private static WebSource read(Path file) {
        try {
            return new WebSource(APP.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String code() {
        return COMMENT.matcher(text).replaceAll(" ");
    }

    /** The folder that it lies in; empty for what starts the console. */
    String room() {
        return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
    }

    String feature() {
        return featureOf(room());
    }

    static String featureOf(String room) {
        return room.split("/")[0];
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The files that it imports, now, later or as types only. */
    Set<String> imports() {
        return OWN_IMPORT
                .matcher(code())
                .results()
                .map(found ->
                        Path.of(room()).resolve(found.group(1)).normalize().toString())
                .map(imported -> imported.replace('\\', '/'))
                .filter(imported -> imported.endsWith(".ts"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
