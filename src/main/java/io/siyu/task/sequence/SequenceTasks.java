package io.siyu.task.sequence;

import io.siyu.campaign.post.Speakers;
import io.siyu.content.CopyVariable;
import io.siyu.content.Speaker;
import io.siyu.content.script.PinnedScript;
import io.siyu.content.script.ScriptContent;
import io.siyu.shop.Shop;
import io.siyu.staff.Account;
import io.siyu.staff.AccountPeople;
import io.siyu.staff.AccountWorkers;
import io.siyu.task.ExpiryReason;
import io.siyu.task.Task;
import io.siyu.task.TaskConfig;
import io.siyu.task.TaskContent;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskEvents;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskOrigin;
import io.siyu.task.TaskRepository;
import io.siyu.task.TaskStatus;
import io.siyu.task.recipient.TaskRecipients;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The private lists that sequences come to, and their words as an account says them. */
@ApplicationScoped
class SequenceTasks {
    private static final String NOBODY_LEFT = "名单上的粉丝已转到其他承接号或不再触达";

    private final TaskRepository tasks;
    private final TaskEvents events;
    private final TaskRecipients recipients;
    private final SequenceOccurrences occurrences;
    private final SequenceScripts scripts;
    private final Speakers speakers;
    private final AccountWorkers workers;
    private final TaskConfig config;

    SequenceTasks(
            TaskRepository tasks,
            TaskEvents events,
            TaskRecipients recipients,
            SequenceOccurrences occurrences,
            SequenceScripts scripts,
            Speakers speakers,
            AccountWorkers workers,
            TaskConfig config) {
        this.tasks = tasks;
        this.events = events;
        this.recipients = recipients;
        this.occurrences = occurrences;
        this.scripts = scripts;
        this.speakers = speakers;
        this.workers = workers;
        this.config = config;
    }

    /**
     * A list that somebody is to be put onto.
     *
     * @param plannedAt when the first of them was to be written to
     */
    record Wanted(
            FollowerSequence sequence,
            SequenceStep step,
            SequenceDay day,
            Account account,
            PinnedScript script,
            Instant plannedAt) {
        /** Names its list's step and day in the history; that none is made twice is held by the occurrences' rows. */
        private String occurrence() {
            return SequenceList.occurrence(sequence.id(), step.day(), day.day());
        }
    }

    /** Whether its words break a rule by now, said on this account. */
    boolean isRefused(Shop shop, PinnedScript script, Account account, LocalDate day) {
        return !scripts.errors(shop, script, List.of(speaker(account)), day).isEmpty();
    }

    /** The list that nobody has taken yet, if there is one. */
    long findOrMake(Shop shop, Wanted wanted, Instant now) {
        for (long there : occurrences.listOpenTasks(
                wanted.sequence(),
                wanted.day().day(),
                wanted.step().day(),
                wanted.account().id())) {
            // Nobody takes or closes it while somebody is put onto it.
            boolean isFree = tasks.lockInAny(List.of(shop.id()), there)
                    .filter(SequenceTasks::isFree)
                    .isPresent();
            if (isFree) {
                return there;
            }
        }
        return make(shop, wanted, now).id();
    }

    private Task make(Shop shop, Wanted wanted, Instant now) {
        Account account = wanted.account();
        Instant end = wanted.day().end();
        Instant opensAt = wanted.plannedAt();
        Instant due = opensAt.plus(config.dueAfter().privateMessage());
        TaskOrigin origin = new TaskOrigin(TaskKind.PRIVATE, null, null, null, account.id(), null, wanted.occurrence());
        Task task = Task.planned(
                        shop.id(),
                        origin,
                        content(shop, account, wanted.script()),
                        null,
                        opensAt,
                        due.isAfter(end) ? end : due)
                .validUntil(end);
        AccountPeople people = workers.lock(shop.id(), List.of(account.id())).get(account.id());
        task.giveTo(people.at(now));
        tasks.persistAndFlush(task);
        events.add(List.of(TaskEvents.Entry.byClock(
                task, TaskEventType.PLANNED, null, now, people.at(now).reason())));
        return task;
    }

    /** A recipient's variables stay in. */
    TaskContent content(Shop shop, Account account, PinnedScript script) {
        Map<CopyVariable, String> values = new EnumMap<>(CopyVariable.class);
        values.put(CopyVariable.SHOP, shop.name());
        values.putAll(speaker(account).values());
        ScriptContent says = script.content();
        return new TaskContent(
                script.script().title(),
                null,
                script.script().id(),
                script.pin().version(),
                says.copyText().render(values),
                null,
                says.staffNotes(),
                says.media());
    }

    private Speaker speaker(Account account) {
        return speakers.of(account.shopId(), List.of(account)).get(account.id());
    }

    /** A list that nobody is left on is no work. */
    void closeEmpty(long shopId, Collection<Long> some, Instant now) {
        List<TaskEvents.Entry> history = new ArrayList<>();
        for (Task task : tasks.listIn(shopId, some)) {
            if (isFree(task) && !recipients.isForAnybody(shopId, task.id())) {
                TaskStatus from = task.status();
                task.expire(ExpiryReason.FOLLOWER_MOVED, NOBODY_LEFT, now);
                history.add(TaskEvents.Entry.byClock(task, TaskEventType.EXPIRED, from, now, NOBODY_LEFT));
            }
        }
        tasks.flush();
        events.add(history);
    }

    private static boolean isFree(Task task) {
        return task.status() == TaskStatus.PLANNED || task.status() == TaskStatus.OPEN;
    }

    /** What is on no list yet is not sent, and lists that nobody has in hand are closed; who holds one may finish it (R7). */
    void withdraw(FollowerSequence sequence, SequenceOccurrenceReason why, Instant now) {
        occurrences.withdrawWaiting(sequence, why, now);
        List<TaskEvents.Entry> history = new ArrayList<>();
        List<Long> closed = new ArrayList<>();
        for (Task task : tasks.listIn(sequence.shopId(), occurrences.listTasks(sequence))) {
            TaskStatus from = task.status();
            if (isFree(task)) {
                task.expire(ExpiryReason.NOT_WANTED, SequenceList.WITHDRAWN, now);
                recipients.missPending(task.shopId(), task.id(), SequenceList.WITHDRAWN, now);
                history.add(TaskEvents.Entry.byClock(task, TaskEventType.EXPIRED, from, now, SequenceList.WITHDRAWN));
                closed.add(task.id());
            }
        }
        tasks.flush();
        events.add(history);
        occurrences.withdrawPlanned(sequence, closed, why, now);
    }
}
