package io.siyu.task.plan;

import io.siyu.campaign.post.PostOccurrences;
import io.siyu.follower.contact.MomentTurns;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.Sql;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.AccountPeople;
import io.siyu.staff.AccountWorker;
import io.siyu.staff.AccountWorkers;
import io.siyu.task.ExpiryReason;
import io.siyu.task.Task;
import io.siyu.task.TaskConfig;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskEvents;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskRepository;
import io.siyu.task.TaskStatus;
import io.siyu.task.TaskWait;
import io.siyu.task.limit.LimitWords;
import io.siyu.task.limit.SendingLimits;
import io.siyu.task.limit.WaitingMoments;
import io.siyu.task.recipient.TaskRecipients;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the clock does to tasks: opens them, ends their snooze, takes them back. */
@ApplicationScoped
class TaskClockService {
    /**
     * Planned work waits for its campaign, however late that starts, while it is valid. So that what waits does not hide what is due, the
     * state of the campaign is part of the question.
     */
    static final String DUE = """
            SELECT t.id FROM task t LEFT JOIN campaign c ON c.shop_id = t.shop_id AND c.id = t.campaign_id
            WHERE t.shop_id = ? AND t.wake_at <= ?
              AND (t.status <> 'PLANNED' OR t.campaign_id IS NULL OR c.status = 'RUNNING' OR t.valid_until <= ?)
            ORDER BY t.wake_at LIMIT ?
            """;

    private static final String DUE_SINCE = """
            SELECT MIN(t.wake_at) AS since FROM shop s JOIN task t ON t.shop_id = s.id AND t.wake_at <= ?
              LEFT JOIN campaign c ON c.shop_id = t.shop_id AND c.id = t.campaign_id
            WHERE t.status <> 'PLANNED' OR t.campaign_id IS NULL OR c.status = 'RUNNING' OR t.valid_until <= ?
            """;

    /** Of moments that come due together the earlier one goes first. */
    private static final Comparator<Task> IN_TURN =
            Comparator.comparing(Task::opensAt).thenComparing(Task::id);

    private static final int SHOPS_A_QUESTION = 500;

    private final TaskRepository tasks;
    private final TaskEvents events;
    private final TaskRecipients recipients;
    private final RecipientFiller filler;
    private final PostOccurrences occurrences;
    private final PostTasks postTasks;
    private final AccountWorkers workers;
    private final TasksOfRetired retired;
    private final TaskEnds ends;
    private final SendingLimits limits;
    private final ShopRepository shops;
    private final TaskConfig config;
    private final Sql sql;

    TaskClockService(
            TaskRepository tasks,
            TaskEvents events,
            TaskRecipients recipients,
            RecipientFiller filler,
            PostOccurrences occurrences,
            PostTasks postTasks,
            AccountWorkers workers,
            TasksOfRetired retired,
            TaskEnds ends,
            SendingLimits limits,
            ShopRepository shops,
            TaskConfig config,
            Sql sql) {
        this.tasks = tasks;
        this.events = events;
        this.recipients = recipients;
        this.filler = filler;
        this.occurrences = occurrences;
        this.postTasks = postTasks;
        this.workers = workers;
        this.retired = retired;
        this.ends = ends;
        this.limits = limits;
        this.shops = shops;
        this.config = config;
        this.sql = sql;
    }

    /** Which of the shops have a task whose time has come, asked of many at once: it is asked every second. */
    List<Long> listDueShops(List<Long> shops, Instant now) {
        List<Long> due = new ArrayList<>();
        for (int from = 0; from < shops.size(); from += SHOPS_A_QUESTION) {
            List<Long> some = shops.subList(from, Math.min(from + SHOPS_A_QUESTION, shops.size()));
            List<Object> params = new ArrayList<>(some);
            params.add(now);
            due.addAll(sql.list(
                    "SELECT DISTINCT shop_id FROM task WHERE shop_id IN (" + Sql.places(some.size())
                            + ") AND wake_at <= ?",
                    row -> row.longAt("shop_id"),
                    params.toArray()));
        }
        return due;
    }

    /** Since when the task waits that is due the longest. */
    Optional<Instant> findDueSince(Instant now) {
        return sql.list(DUE_SINCE, row -> Optional.ofNullable(row.instantAt("since")), now, now)
                .get(0);
    }

    /** @return how many tasks of the shop it moved, at most one batch */
    int runDue(long shopId, Instant now) {
        List<Long> due = listDue(shopId, now);
        return due.isEmpty() ? 0 : Contention.inTransaction(() -> move(shopId, due, now));
    }

    private List<Long> listDue(long shopId, Instant now) {
        return sql.list(DUE, row -> row.longAt("id"), shopId, now, now, config.dueBatch());
    }

    /** What came of one batch. */
    private static final class Moves {
        private final List<TaskEvents.Entry> history = new ArrayList<>();
        private final List<Task> freed = new ArrayList<>();
        private final Map<Long, Map<Long, Long>> openedPrivates = new HashMap<>();
        private final Map<Long, List<MomentTurns.Open>> openedMoments = new HashMap<>();
        private int count;

        List<MomentTurns.Open> openedOn(Task task) {
            return openedMoments.computeIfAbsent(task.origin().accountId(), account -> new ArrayList<>());
        }
    }

    private int move(long shopId, List<Long> due, Instant now) {
        Moves moves = new Moves();
        Shop shop = shops.findById(shopId);
        List<Task> found = tasks.listIn(shopId, due);
        Map<Long, AccountPeople> people = workers.lock(
                shopId,
                found.stream()
                        .map(task -> task.origin().accountId())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
        // Else another replica was faster.
        found.stream()
                .filter(task -> task.isDueToMove(now))
                .sorted(IN_TURN)
                .forEach(task -> move(shop, task, people.get(task.origin().accountId()), now, moves));
        // Before anything else is written: whoever was faster is learnt of here.
        tasks.flush();
        events.add(moves.history);
        retired.settle(shopId, moves.freed);
        moves.openedPrivates.forEach((post, opened) -> lookAgain(shopId, post, opened, now));
        return moves.count;
    }

    private void move(Shop shop, Task task, AccountPeople people, Instant now, Moves moves) {
        moves.count++;
        TaskStatus from = task.status();
        // What was done within the lease can still be told, up to its very end.
        String lease = task.leaseUntil().map(Instant::toString).orElse(null);
        TaskEventType step = step(shop, task, now, moves);
        if (step == null) {
            return;
        }
        if (task.kind() == TaskKind.MOMENT && from == TaskStatus.PLANNED) {
            moves.openedOn(task).add(new MomentTurns.Open(task.id(), now));
        }
        moves.history.add(giveAnew(task, people, step, from, lease, now));
        if (from == TaskStatus.CLAIMED) {
            moves.freed.add(task);
        }
        if (from == TaskStatus.PLANNED && isOfPost(task)) {
            moves.openedPrivates
                    .computeIfAbsent(task.origin().postId(), p -> new HashMap<>())
                    .put(task.origin().accountId(), task.id());
        }
    }

    /** Days or minutes have passed: somebody else may work for the account by now. */
    private static TaskEvents.Entry giveAnew(
            Task task, AccountPeople people, TaskEventType step, TaskStatus from, String lease, Instant now) {
        Long before = task.assigneeStaffId().orElse(null);
        String reason = null;
        if (people != null && task.isWorkOf(people.owner().id())) {
            AccountWorker worker = people.at(now);
            task.giveTo(worker);
            reason = worker.reason();
        }
        String detail = step == TaskEventType.LEASE_LAPSED ? lease : Lateness.told(task, from, reason, now);
        return PostTasks.entry(task, step, from, now, detail).after(before);
    }

    private static boolean isOfPost(Task task) {
        return task.kind() == TaskKind.PRIVATE && task.origin().postId() != null;
    }

    /** @return null for what does not open */
    private TaskEventType step(Shop shop, Task task, Instant now, Moves moves) {
        Optional<TaskEnds.End> end = ends.of(task, now);
        if (end.isPresent()) {
            postTasks.lapseAll(List.of(task), end.get().code(), end.get().reason());
            return null;
        }
        if (task.status() == TaskStatus.CLAIMED) {
            task.lapse(now);
            return TaskEventType.LEASE_LAPSED;
        }
        Optional<TaskWait> wait = limits.against(shop, task, moves.openedOn(task), now);
        if (wait.isPresent()) {
            holdBack(task, wait.get(), now, moves);
            return null;
        }
        if (task.status() == TaskStatus.PLANNED) {
            task.open(now);
            return TaskEventType.OPENED;
        }
        boolean wasPutOff = task.isSnoozed();
        task.endSnooze();
        return wasPutOff ? TaskEventType.OPENED : null;
    }

    private void holdBack(Task task, TaskWait wait, Instant now, Moves moves) {
        if (wait.until() == null) {
            postTasks.lapseAll(List.of(task), ExpiryReason.LIMIT, LimitWords.of(wait.limit()));
        } else {
            moves.history.add(WaitingMoments.holdBack(task, wait, now));
        }
    }

    /** Days have passed since the tasks were made: some were added since, some must not be written to any more. */
    private void lookAgain(long shopId, long postId, Map<Long, Long> opened, Instant now) {
        occurrences.ofPost(shopId, postId).ifPresent(post -> filler.fill(post, opened));
        opened.values().forEach(task -> recipients.skipUnreachable(shopId, task, now));
    }
}
