package io.siyu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a garbage collector's log says about a heap.
 *
 * @param mostMegabytes the most that was in use, just before a collection
 * @param mostLiveMegabytes the most that was left by a collection
 * @param pauseMillis all pauses together
 */
record Heap(int mostMegabytes, int mostLiveMegabytes, double pauseMillis) {
    private static final Pattern COLLECTION = Pattern.compile("Pause.* (\\d+)M->(\\d+)M\\(\\d+M\\) ([\\d.]+)ms");

    static Heap of(Path log) {
        int most = 0;
        int live = 0;
        double pauses = 0;
        try {
            for (String line : Files.readAllLines(log)) {
                Matcher matcher = COLLECTION.matcher(line);
                if (matcher.find()) {
                    most = Math.max(most, Integer.parseInt(matcher.group(1)));
                    live = Math.max(live, Integer.parseInt(matcher.group(2)));
                    pauses += Double.parseDouble(matcher.group(3));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Heap(most, live, pauses);
    }

    void addTo(Figures figures) {
        figures.atMost("heap in use at most, MB (-Xmx512m)", mostMegabytes, 512);
        figures.add("  left after a collection at most", mostLiveMegabytes + " MB");
        figures.add("  collector's pauses together", Math.round(pauseMillis) + " ms");
    }
}
