package io.siyu.task.plan;

import io.siyu.campaign.post.PostOccurrence;
import io.siyu.campaign.post.Speakers;
import io.siyu.content.PostKind;
import io.siyu.content.Speaker;
import io.siyu.content.limit.ContactLimitRepository;
import io.siyu.content.script.PinnedScript;
import io.siyu.content.script.PinnedScripts;
import io.siyu.content.script.ScriptPin;
import io.siyu.follower.audience.AudienceLists;
import io.siyu.follower.audience.AudienceLists.PostOnAccount;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.Account;
import io.siyu.staff.AccountPeople;
import io.siyu.staff.AccountRepository;
import io.siyu.staff.AccountWorkers;
import io.siyu.task.ExpiryReason;
import io.siyu.task.Task;
import io.siyu.task.TaskConfig;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskEvents;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskRepository;
import io.siyu.task.TaskStatus;
import io.siyu.task.recipient.TaskRecipients;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/**
 * Keeps tasks in step with the posts they are made of: makes what is missing, changes what is not closed, and lets
 * lapse what is no longer wanted. Doing it again changes nothing.
 */
@ApplicationScoped
class PostTasks {
    private static final String NOT_WANTED = "发布已取消或不再包含此承接号";

    private final TaskRepository tasks;
    private final TaskEvents events;
    private final TaskRecipients recipients;
    private final RecipientFiller filler;
    private final AudienceLists lists;
    private final PinnedScripts scripts;
    private final Speakers speakers;
    private final AccountRepository accounts;
    private final ShopRepository shops;
    private final ContactLimitRepository limits;
    private final AccountWorkers workers;
    private final TaskConfig config;
    private final Clock clock;

    PostTasks(
            TaskRepository tasks,
            TaskEvents events,
            TaskRecipients recipients,
            RecipientFiller filler,
            AudienceLists lists,
            PinnedScripts scripts,
            Speakers speakers,
            AccountRepository accounts,
            ShopRepository shops,
            ContactLimitRepository limits,
            AccountWorkers workers,
            TaskConfig config,
            Clock clock) {
        this.tasks = tasks;
        this.events = events;
        this.recipients = recipients;
        this.filler = filler;
        this.lists = lists;
        this.scripts = scripts;
        this.speakers = speakers;
        this.accounts = accounts;
        this.shops = shops;
        this.limits = limits;
        this.workers = workers;
        this.config = config;
        this.clock = clock;
    }

    /** @param existing the tasks that these posts, or earlier states of them, have already */
    void align(long shopId, Collection<PostOccurrence> posts, Collection<Task> existing) {
        align(shopId, works(shopId, posts, account -> true), existing).forEach(filler::refill);
    }

    /** Makes what these posts ask of one account and has not been made, such as of one that has just been opened. */
    void alignOn(long shopId, long accountId, Collection<PostOccurrence> posts, Collection<Task> existing) {
        align(
                        shopId,
                        works(shopId, posts, account -> account == accountId),
                        existing.stream()
                                .filter(task -> Objects.equals(task.origin().accountId(), accountId))
                                .toList())
                .forEach(filler::refill);
    }

    /** Makes lists that somebody has come onto, without anybody on them yet; those that had lapsed are wanted again. */
    void makeLists(long shopId, List<PostWork> lists, Collection<Task> lapsed) {
        align(shopId, lists, lapsed);
    }

    /** @return the tasks of private posts by account, to be filled */
    private Map<PostOccurrence, Map<Long, Long>> align(long shopId, List<PostWork> works, Collection<Task> existing) {
        Instant now = clock.instant();
        List<TaskEvents.Entry> history = new ArrayList<>();
        Map<PostWork.Key, Task> left = new HashMap<>();
        existing.forEach(task -> left.put(PostWork.Key.of(task), task));
        Map<PostOccurrence, Map<Long, Long>> privates = new LinkedHashMap<>();
        Map<Long, AccountPeople> people = people(shopId, works);
        for (PostWork work : works) {
            Task task = alignOne(
                    work, left.remove(work.key()), people.get(work.account().id()), now, history);
            if (task.kind() == TaskKind.PRIVATE && !task.status().isClosed()) {
                privates.computeIfAbsent(work.post(), p -> new HashMap<>())
                        .put(work.account().id(), task.id());
            }
        }
        left.values().stream()
                .filter(task -> !task.status().isClosed())
                .forEach(task -> lapse(task, ExpiryReason.NOT_WANTED, NOT_WANTED, now, history));
        tasks.flush();
        events.add(history);
        return privates;
    }

    private Map<Long, AccountPeople> people(long shopId, List<PostWork> works) {
        return workers.lock(
                shopId, works.stream().map(work -> work.account().id()).collect(Collectors.toSet()));
    }

    private Task alignOne(PostWork work, Task task, AccountPeople people, Instant now, List<TaskEvents.Entry> history) {
        if (task == null) {
            Task made = work.task(people);
            tasks.persist(made);
            history.add(entry(
                    made,
                    TaskEventType.PLANNED,
                    null,
                    now,
                    people.at(made.opensAt()).reason()));
            return made;
        }
        TaskStatus from = task.status();
        if (from == TaskStatus.EXPIRED) {
            task.revive(now);
            // Who left had no work taken from them by this one: it was over.
            task.giveTo(people.at(task.opensAt()));
        }
        if (!task.status().isClosed() && (work.applyTo(task, now) || from == TaskStatus.EXPIRED)) {
            history.add(entry(task, TaskEventType.CHANGED, from, now, null));
        }
        return task;
    }

    /** Closes tasks that will not be done any more. */
    void lapseAll(Collection<Task> undone, ExpiryReason code, String reason) {
        Instant now = clock.instant();
        List<TaskEvents.Entry> history = new ArrayList<>();
        undone.forEach(task -> lapse(task, code, reason, now, history));
        events.add(history);
    }

    private void lapse(Task task, ExpiryReason code, String reason, Instant now, List<TaskEvents.Entry> history) {
        TaskStatus from = task.status();
        task.expire(code, reason, now);
        history.add(entry(task, TaskEventType.EXPIRED, from, now, reason));
        if (task.kind().hasRecipients()) {
            recipients.missPending(task.shopId(), task.id(), reason, now);
        }
    }

    /** What a post asks of an account that it was not made for. */
    PostWork workOn(Account account, PostOccurrence post) {
        long shopId = account.shopId();
        return PostWork.of(
                post,
                account,
                speakers.of(shopId, List.of(account)).get(account.id()),
                scripts.of(shopId, Collections.singleton(post.script())).get(post.script()),
                times(shopId));
    }

    private PostTimes times(long shopId) {
        return new PostTimes(shops.findById(shopId).zone(), limits.datedOf(shopId), config.dueAfter());
    }

    /** A list that nobody of the campaign's audience is on is no work. */
    private List<PostWork> works(long shopId, Collection<PostOccurrence> posts, LongPredicate isMeant) {
        if (posts.isEmpty()) {
            return List.of();
        }
        PostTimes times = times(shopId);
        Set<PostOnAccount> listed = listed(shopId, posts);
        Set<Long> accountIds = new HashSet<>();
        posts.forEach(post -> accountIds.addAll(accountsOf(post, listed)));
        Map<Long, Account> byAccount = accounts.listIn(shopId, accountIds).stream()
                .collect(Collectors.toMap(Account::id, Function.identity()));
        Map<Long, Speaker> bySpeaker = speakers.of(shopId, byAccount.values());
        Map<ScriptPin, PinnedScript> pinned =
                scripts.of(shopId, posts.stream().map(PostOccurrence::script).toList());
        return posts.stream()
                .flatMap(post -> accountsOf(post, listed).stream()
                        .filter(isMeant::test)
                        .map(byAccount::get)
                        .filter(Account::active)
                        .map(account -> PostWork.of(
                                post, account, bySpeaker.get(account.id()), pinned.get(post.script()), times)))
                .toList();
    }

    /** Of a list those who are on it say on which: they may have come to other accounts since. */
    private static List<Long> accountsOf(PostOccurrence post, Set<PostOnAccount> listed) {
        return !isList(post)
                ? post.accountIds()
                : listed.stream()
                        .filter(list -> list.postId() == post.postId())
                        .map(PostOnAccount::accountId)
                        .sorted()
                        .toList();
    }

    private static boolean isList(PostOccurrence post) {
        return post.kind() == PostKind.PRIVATE && post.campaignId() != null;
    }

    private Set<PostOnAccount> listed(long shopId, Collection<PostOccurrence> posts) {
        return posts.stream()
                .filter(PostTasks::isList)
                .flatMap(post -> lists.ofPost(shopId, post.campaignId(), post.postId()).stream())
                .collect(Collectors.toSet());
    }

    static TaskEvents.Entry entry(Task task, TaskEventType type, TaskStatus from, Instant now, String detail) {
        return TaskEvents.Entry.byClock(task, type, from, now, detail);
    }
}
