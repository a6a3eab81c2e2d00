package io.siyu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a bench measured, as a plain table. */
final class Figures {
    private static final Path FOLDER = Path.of("target/bench");

    private final String title;
    private final List<String> lines = new ArrayList<>();

    Figures(String title) {
        this.title = title;
    }

    void add(String what, String figure) {
        add(what, figure, "");
    }

    void rate(String what, long rows, double seconds) {
        add(what, String.format(Locale.ROOT, "%,.0f/s  (%,d in %.1f s)", rows / seconds, rows, seconds));
    }

    void atLeast(String what, double figure, double goal) {
        goal(what, figure, ">= " + goal, figure >= goal);
    }

    void atMost(String what, double figure, double goal) {
        goal(what, figure, "<= " + goal, figure <= goal);
    }

    /** Shows the table at once and keeps it in a file of the title's name. */
    void print() {
        String table = title + "\n" + String.join("", lines);
        System.out.println("\n" + table);
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(title.split("[ ,:]")[0] + ".txt"), table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void goal(String what, double figure, String goal, boolean isMet) {
        add(what, String.format(Locale.ROOT, "%.2f", figure), "goal " + goal + (isMet ? "  met" : "  MISSED"));
    }

    private void add(String what, String figure, String goal) {
        lines.add(String.format(Locale.ROOT, "  %-58s %-34s %s%n", what, figure, goal));
    }
}
