package io.siyu.console.source;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

/** The console is laid out by feature like the code behind it: a feature uses lower floors only, rooms form no circle. */
class WebRoomsTest {
    /**
     * From the ground up; those of one floor do not use each other. As on the other side, but for features of which the
     * console has no page: what followers, webhooks, retrospectives and feedback say is shown on pages of others, below
     * which they stand.
     */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("base"),
            Set.of("shop"),
            Set.of("staff"),
            Set.of("audit", "buyer", "content"),
            Set.of("follower", "webhook", "retrospective", "feedback"),
            Set.of("segment", "order"),
            Set.of("cycle"),
            Set.of("tier", "forecast", "campaign"),
            Set.of("task"),
            Set.of("shell"),
            // What starts the console.
            Set.of(""));

    @Test
    void featuresUseOnlyWhatStandsBelow() throws IOException {
        assertThat(wrongUses(WebSource.all())).isEmpty();
    }

    @Test
    void roomsFormNoCircle() throws IOException {
        assertThat(circles(WebSource.all())).isEmpty();
    }

    @Test
    void whatIsImportedExists() throws IOException {
        List<String> paths = WebSource.all().stream().map(WebSource::path).toList();

        assertThat(WebSource.all()).allSatisfy(source -> assertThat(paths).containsAll(source.imports()));
    }

    @Test
    void aUseOfWhatStandsAboveIsFound() {
        List<WebSource> sources = List.of(
                new WebSource("cycle/cycles.ts", "import type { Task } from '../task/types.ts';"),
                new WebSource("task/types.ts", "export type Task = string;"),
                new WebSource("campaign/plan/plans.ts", "import '../post/posts.ts';"),
                new WebSource("campaign/post/posts.ts", "const plans = import('../plan/plans.ts');"));

        assertThat(wrongUses(sources)).containsExactly("cycle/cycles.ts uses task/types.ts");
        assertThat(circles(sources)).containsExactly("campaign/plan", "campaign/post");
    }

    private static List<String> wrongUses(List<WebSource> sources) {
        List<String> wrong = new ArrayList<>();
        for (WebSource source : sources) {
            for (String imported : source.imports()) {
                String used = new WebSource(imported, "").feature();
                if (!used.equals(source.feature()) && floorOf(used) >= floorOf(source.feature())) {
                    wrong.add(source.path() + " uses " + imported);
                }
            }
        }
        return wrong;
    }

    /** @throws AssertionError for a feature of which nobody has said where it stands */
    private static int floorOf(String feature) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(feature)) {
                return floor;
            }
        }
        throw new AssertionError("On which floor does the console's feature " + feature + " stand?");
    }

    /** Rooms that use themselves by way of others. */
    private static Set<String> circles(List<WebSource> sources) {
        Map<String, Set<String>> uses = new TreeMap<>();
        for (WebSource source : sources) {
            Set<String> used = uses.computeIfAbsent(source.room(), room -> new TreeSet<>());
            source.imports().stream()
                    .map(imported -> new WebSource(imported, "").room())
                    .filter(room -> !room.equals(source.room()))
                    .forEach(used::add);
        }
        Set<String> circles = new TreeSet<>(uses.keySet());
        circles.removeIf(room -> !reached(room, uses).contains(room));
        return circles;
    }

    private static Set<String> reached(String from, Map<String, Set<String>> uses) {
        Set<String> reached = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(uses.getOrDefault(from, Set.of()));
        while (!next.isEmpty()) {
            String room = next.pop();
            if (reached.add(room)) {
                next.addAll(uses.getOrDefault(room, Set.of()));
            }
        }
        return reached;
    }
}
