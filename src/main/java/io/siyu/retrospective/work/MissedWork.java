package io.siyu.retrospective.work;

import io.siyu.platform.ids.Id;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskStatus;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Work that was planned and not done, or not for all, and why.
 *
 * @param tasks that were skipped, or expired, or left recipients out
 * @param recipients of private messages whom nobody wrote to
 * @param items the first of these tasks, at most two hundred
 */
public record MissedWork(int tasks, int recipients, List<Item> items) {
    private static final int MOST_ITEMS = 200;

    /** @param recipients of a private message; null for what is published */
    public record Item(
            Id taskId,
            TaskKind kind,
            TaskStatus status,
            Integer day,
            Named post,
            Named account,
            Named staff,
            Instant dueAt,
            String reason,
            Recipients recipients) {}

    /**
     * @param recipients of private messages by their tasks
     * @param isOver whether what is neither done nor closed was missed as well
     */
    public static MissedWork of(Collection<TaskFact> tasks, Map<Id, Recipients> recipients, boolean isOver) {
        List<Item> missed = tasks.stream()
                .map(task -> item(task, recipients.get(task.id()), isOver))
                .filter(item -> item.status() == TaskStatus.SKIPPED
                        || item.status() == TaskStatus.EXPIRED
                        || isOver && !item.status().isClosed()
                        || item.recipients() != null && item.recipients().missed() > 0)
                .toList();
        int people = missed.stream()
                .map(Item::recipients)
                .mapToInt(some -> some == null ? 0 : some.missed())
                .sum();
        return new MissedWork(
                missed.size(), people, missed.stream().limit(MOST_ITEMS).toList());
    }

    private static Item item(TaskFact task, Recipients recipients, boolean isOver) {
        boolean isClosed = isOver || task.status().isClosed();
        return new Item(
                task.id(),
                task.kind(),
                task.status(),
                task.day(),
                task.post(),
                task.account(),
                task.staff(),
                task.dueAt(),
                task.reason(),
                recipients == null || !isClosed ? recipients : recipients.closed());
    }
}
