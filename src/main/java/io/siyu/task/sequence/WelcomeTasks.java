package io.siyu.task.sequence;

import io.siyu.buyer.Tier;
import io.siyu.content.CopyText;
import io.siyu.content.CopyVariable;
import io.siyu.content.script.PinnedScript;
import io.siyu.follower.FollowerJoined;
import io.siyu.follower.FollowerPlaced;
import io.siyu.follower.copy.FollowerValues;
import io.siyu.platform.sql.Sql;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.Account;
import io.siyu.staff.AccountPeople;
import io.siyu.staff.AccountRepository;
import io.siyu.staff.AccountWorker;
import io.siyu.staff.AccountWorkers;
import io.siyu.task.Task;
import io.siyu.task.TaskConfig;
import io.siyu.task.TaskContent;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskEvents;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskOrigin;
import io.siyu.task.TaskRepository;
import io.siyu.task.TaskStatus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whoever joins is welcomed, service first, by who works for the account (R15): one task a follower and joining. */
@ApplicationScoped
class WelcomeTasks {
    private static final TaskContent WITHOUT_WORDS = TaskContent.titled("欢迎新粉丝：先问好、问需要，不推销");

    private final TaskRepository tasks;
    private final TaskEvents events;
    private final FollowerSequenceRepository sequences;
    private final SequenceScripts scripts;
    private final SequenceTasks words;
    private final FollowerValues values;
    private final AccountRepository accounts;
    private final AccountWorkers workers;
    private final ShopRepository shops;
    private final TaskConfig config;
    private final Sql sql;
    private final Clock clock;

    WelcomeTasks(
            TaskRepository tasks,
            TaskEvents events,
            FollowerSequenceRepository sequences,
            SequenceScripts scripts,
            SequenceTasks words,
            FollowerValues values,
            AccountRepository accounts,
            AccountWorkers workers,
            ShopRepository shops,
            TaskConfig config,
            Sql sql,
            Clock clock) {
        this.tasks = tasks;
        this.events = events;
        this.sequences = sequences;
        this.scripts = scripts;
        this.words = words;
        this.values = values;
        this.accounts = accounts;
        this.workers = workers;
        this.shops = shops;
        this.config = config;
        this.sql = sql;
        this.clock = clock;
    }

    void joined(@Observes FollowerJoined event) {
        AccountPeople people =
                workers.lock(event.shopId(), List.of(event.accountId())).get(event.accountId());
        // Who comes back another time is welcomed another time.
        String occurrence = "welcome/" + Long.toString(event.at().toEpochMilli(), Character.MAX_RADIX);
        TaskOrigin origin = new TaskOrigin(
                TaskKind.WELCOME, null, null, null, event.accountId(), event.followerId(), occurrence);
        Task task = Task.planned(
                        event.shopId(),
                        origin,
                        content(event),
                        null,
                        event.at(),
                        event.at().plus(config.dueAfter().welcome()))
                .validUntil(event.at().plus(config.validFor().welcome()));
        AccountWorker worker = people.at(event.at());
        task.giveTo(worker);
        task.open();
        tasks.persist(task);
        events.add(List.of(
                TaskEvents.Entry.byClock(task, TaskEventType.OPENED, null, event.at(), worker.reason())));
    }

    /** Of the first sequence that the follower belongs to and that has words for it; as it stands, for this follower. */
    private TaskContent content(FollowerJoined event) {
        Shop shop = shops.findById(event.shopId());
        Account account = accounts.findIn(event.shopId(), event.accountId()).orElseThrow();
        LocalDate day = LocalDate.ofInstant(event.at(), shop.zone());
        return sequences.listActive(shop.id(), SequenceBasis.JOINED).stream()
                .filter(sequence -> sequence.terms().welcome() != null)
                .filter(sequence -> sequence.terms().isFor(event.accountId(), tierOf(event)))
                .findFirst()
                .flatMap(sequence -> script(shop, sequence))
                .filter(script -> !words.isRefused(shop, script, account, day))
                .flatMap(script -> forFollower(script, words.content(shop, account, script), event, day))
                .orElse(WITHOUT_WORDS);
    }

    private Tier tierOf(FollowerJoined event) {
        return sql.first(
                        "SELECT tier FROM follower WHERE shop_id = ? AND id = ?",
                        row -> row.enumAt("tier", Tier.class),
                        event.shopId(),
                        event.followerId())
                .orElseThrow();
    }

    private Optional<PinnedScript> script(Shop shop, FollowerSequence sequence) {
        SequenceTerms terms = sequence.terms();
        return Optional.ofNullable(
                scripts.of(shop.id(), terms).get(terms.welcome().pin()));
    }

    /** @return empty if it says something that is not known of the follower */
    private Optional<TaskContent> forFollower(
            PinnedScript script, TaskContent said, FollowerJoined event, LocalDate day) {
        Map<CopyVariable, String> known = values.of(event.shopId(), List.of(event.followerId()), day)
                .getOrDefault(event.followerId(), Map.of());
        if (!known.keySet().containsAll(SequenceScripts.recipientVariables(script))) {
            return Optional.empty();
        }
        return Optional.of(new TaskContent(
                said.title(),
                null,
                said.scriptId(),
                said.scriptVersion(),
                new CopyText(said.copy()).render(known),
                null,
                said.staffNotes(),
                said.media()));
    }

    /** Who is on another account by now is welcomed there. */
    void placed(@Observes FollowerPlaced event) {
        Instant now = clock.instant();
        List<TaskEvents.Entry> history = new ArrayList<>();
        for (Task task : tasks.listUndoneOfFollowers(event.shopId(), List.of(event.followerId()))) {
            if (task.kind() == TaskKind.WELCOME && task.origin().accountId() != event.accountId()) {
                history.add(move(task, event.accountId(), now));
            }
        }
        tasks.flush();
        events.add(history);
    }

    private TaskEvents.Entry move(Task task, long accountId, Instant now) {
        Long before = task.assigneeStaffId().orElse(null);
        TaskStatus from = task.status();
        AccountWorker worker =
                workers.lock(task.shopId(), List.of(accountId)).get(accountId).at(now);
        task.moveTo(accountId, worker);
        return TaskEvents.Entry.byClock(task, TaskEventType.HANDED_OVER, from, now, worker.reason())
                .after(before);
    }
}
