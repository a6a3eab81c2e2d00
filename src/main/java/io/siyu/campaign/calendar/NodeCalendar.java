package io.siyu.campaign.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which marketing nodes fall into a range of days. */
public final class NodeCalendar {
    private NodeCalendar() {}

    /** The nodes' days from..to, both included, by day and then in the order of {@link MarketingNode}. */
    public static List<NodeDay> list(Collection<MarketingNode> nodes, LocalDate from, LocalDate to) {
        // The last months of a lunar year fall into the next civil year.
        return IntStream.rangeClosed(from.getYear() - 1, to.getYear())
                .boxed()
                .flatMap(year -> nodes.stream().map(node -> new NodeDay(node, node.dayOf(year))))
                .filter(node -> !node.day().isBefore(from) && !node.day().isAfter(to))
                .distinct()
                .sorted(Comparator.comparing(NodeDay::day).thenComparing(NodeDay::node))
                .toList();
    }
}
