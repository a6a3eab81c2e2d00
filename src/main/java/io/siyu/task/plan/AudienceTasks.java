package io.siyu.task.plan;

import io.siyu.campaign.lifecycle.CampaignReady;
import io.siyu.campaign.post.PostOccurrence;
import io.siyu.campaign.post.PostOccurrences;
import io.siyu.follower.audience.AudienceLists;
import io.siyu.follower.audience.AudienceLists.PostOnAccount;
import io.siyu.follower.audience.AudienceRealigned;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;
import io.siyu.task.ExpiryReason;
import io.siyu.task.Task;
import io.siyu.task.TaskRepository;
import io.siyu.task.TaskStatus;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Brings undone lists in step with fixed audiences: followers leave the lists that they are on no more and come onto those
 * that they are on now, which are made if they are missing; a list that nobody is left on is closed. What is done stays.
 */
@ApplicationScoped
class AudienceTasks {
    static final String NOBODY_LEFT = "名单上的粉丝已转到其他承接号或不再触达";

    /** Behind those who plan the tasks. */
    private static final int BEHIND_PLANNING = 3000;

    private final Sql sql;
    private final AudienceLists lists;
    private final ListRows rows;
    private final RecipientFiller filler;
    private final PostTasks postTasks;
    private final PostOccurrences occurrences;
    private final TaskRepository tasks;
    private final AccountRepository accounts;
    private final ShopRepository shops;
    private final Clock clock;

    AudienceTasks(
            Sql sql,
            AudienceLists lists,
            ListRows rows,
            RecipientFiller filler,
            PostTasks postTasks,
            PostOccurrences occurrences,
            TaskRepository tasks,
            AccountRepository accounts,
            ShopRepository shops,
            Clock clock) {
        this.sql = sql;
        this.lists = lists;
        this.rows = rows;
        this.filler = filler;
        this.postTasks = postTasks;
        this.occurrences = occurrences;
        this.tasks = tasks;
        this.accounts = accounts;
        this.shops = shops;
        this.clock = clock;
    }

    void realign(@Observes AudienceRealigned event) {
        // What was done with the tasks before is read by SQL here.
        tasks.flush();
        long shopId = event.shopId();
        Set<Long> left = new HashSet<>();
        for (List<Long> some : InLists.of(event.followerIds())) {
            left.addAll(rows.takeOff(shopId, some, clock.instant()));
        }
        make(shopId, lists.ofFollowers(shopId, event.followerIds()));
        filler.fillFor(shopId, event.followerIds());
        closeEmpty(shopId, left);
    }

    /** Who is held out gets nothing in private until the window is over, be it a daily post planned before. */
    void heldOut(@Observes @Priority(BEHIND_PLANNING) CampaignReady event) {
        rows.takeHeldOutOffDailyLists(event.shopId(), event.campaignId());
    }

    /** Those that are not there; one that was closed because nobody was left on it is opened again. */
    private void make(long shopId, Set<PostOnAccount> wanted) {
        Map<PostOnAccount, Task> there = there(shopId, wanted);
        List<PostOnAccount> missing = wanted.stream()
                .filter(list -> !there.containsKey(list) || isClosedAsEmpty(there.get(list)))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        Map<Long, Account> byId =
                accounts
                        .listIn(
                                shopId,
                                missing.stream().map(PostOnAccount::accountId).collect(Collectors.toSet()))
                        .stream()
                        .filter(Account::active)
                        .collect(Collectors.toMap(Account::id, Function.identity()));
        Map<Long, PostOccurrence> ahead = ahead(shopId, missing);
        List<PostOnAccount> made = missing.stream()
                .filter(list -> byId.containsKey(list.accountId()) && ahead.containsKey(list.postId()))
                .toList();
        postTasks.makeLists(
                shopId,
                made.stream()
                        .map(list -> postTasks.workOn(byId.get(list.accountId()), ahead.get(list.postId())))
                        .toList(),
                made.stream().map(there::get).filter(Objects::nonNull).toList());
    }

    private Map<PostOnAccount, Task> there(long shopId, Set<PostOnAccount> wanted) {
        return wanted.stream()
                .collect(Collectors.groupingBy(
                        PostOnAccount::accountId, Collectors.mapping(PostOnAccount::postId, Collectors.toSet())))
                .entrySet()
                .stream()
                .flatMap(onAccount -> tasks.listOfPostsOn(shopId, onAccount.getKey(), onAccount.getValue()).stream())
                .collect(Collectors.toMap(
                        task -> new PostOnAccount(
                                task.origin().postId(), task.origin().accountId()),
                        Function.identity()));
    }

    private static boolean isClosedAsEmpty(Task task) {
        return task.status() == TaskStatus.EXPIRED && NOBODY_LEFT.equals(task.reason());
    }

    /** A post whose day is over goes out no more. */
    private Map<Long, PostOccurrence> ahead(long shopId, Collection<PostOnAccount> of) {
        Shop shop = shops.findById(shopId);
        LocalDate today = shop.today(clock);
        return of.stream()
                .map(PostOnAccount::postId)
                .distinct()
                .flatMap(post -> occurrences.ofPost(shopId, post).stream())
                .filter(post -> !LocalDate.ofInstant(post.at(), shop.zone()).isBefore(today))
                .collect(Collectors.toMap(PostOccurrence::postId, Function.identity()));
    }

    private void closeEmpty(long shopId, Collection<Long> left) {
        List<Long> empty = new ArrayList<>();
        for (List<Long> some : InLists.of(left)) {
            empty.addAll(sql.list(
                    "SELECT t.id FROM task t WHERE t.shop_id = ? AND t.id IN (" + Sql.places(some.size())
                            + ") AND t.status IN ('PLANNED', 'OPEN') AND NOT EXISTS (SELECT 1 FROM task_recipient r"
                            + " WHERE r.shop_id = t.shop_id AND r.task_id = t.id"
                            + " AND (r.state <> 'SKIPPED' OR r.reported_by IS NOT NULL))",
                    row -> row.longAt("id"),
                    InLists.params(some, shopId)));
        }
        if (!empty.isEmpty()) {
            postTasks.lapseAll(tasks.listIn(shopId, empty), ExpiryReason.FOLLOWER_MOVED, NOBODY_LEFT);
            tasks.flush();
        }
    }
}
