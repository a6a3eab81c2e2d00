package io.siyu.task.plan;

import io.siyu.content.CopyVariable;
import io.siyu.content.PostKind;
import io.siyu.content.limit.ContactLimitRepository;
import io.siyu.content.limit.ContactLimits;
import io.siyu.content.script.Script;
import io.siyu.content.script.ScriptRepository;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.Account;
import io.siyu.staff.AccountHandedOver;
import io.siyu.staff.AccountPeople;
import io.siyu.staff.AccountRepository;
import io.siyu.staff.AccountWorkers;
import io.siyu.staff.DepartureUndone;
import io.siyu.staff.HandoverUndone;
import io.siyu.staff.StaffStoppedWorking;
import io.siyu.staff.StaffStoppedWorking.Takeover;
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

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Followers whose account is another one's now are told goodbye, and are greeted the day after, if that is wished. */
@ApplicationScoped
class FarewellTasks {
    private static final String NOT_LEFT = "离职已撤销";
    private static final String NOT_HANDED_OVER = "移交已撤销";
    private static final LocalTime HELLO_AT = LocalTime.of(10, 0);
    private static final int BEFORE_OTHER_WORK = 100;

    private final TaskRepository tasks;
    private final TaskEvents events;
    private final TaskRecipients recipients;
    private final PostTasks postTasks;
    private final ScriptRepository scripts;
    private final ContactLimitRepository limits;
    private final AccountRepository accounts;
    private final AccountWorkers workers;
    private final ShopRepository shops;
    private final TaskConfig config;
    private final Clock clock;

    FarewellTasks(
            TaskRepository tasks,
            TaskEvents events,
            TaskRecipients recipients,
            PostTasks postTasks,
            ScriptRepository scripts,
            ContactLimitRepository limits,
            AccountRepository accounts,
            AccountWorkers workers,
            ShopRepository shops,
            TaskConfig config,
            Clock clock) {
        this.tasks = tasks;
        this.events = events;
        this.recipients = recipients;
        this.postTasks = postTasks;
        this.scripts = scripts;
        this.limits = limits;
        this.accounts = accounts;
        this.workers = workers;
        this.shops = shops;
        this.config = config;
        this.clock = clock;
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 for a script that is no private one of the shop */
    void left(@Observes StaffStoppedWorking event) {
        Takeover takeover = event.takeover();
        if (takeover != null) {
            make(
                    event.shopId(),
                    takeover.accountIds(),
                    event.staffId(),
                    takeover.farewellScriptId(),
                    takeover.helloScriptId());
        }
    }

    /** @throws io.siyu.platform.problem.ProblemException as {@link #left} */
    void handedOver(@Observes AccountHandedOver event) {
        make(
                event.shopId(),
                List.of(event.accountId()),
                event.fromStaffId(),
                event.farewellScriptId(),
                event.helloScriptId());
    }

    void notLeft(@Observes @Priority(BEFORE_OTHER_WORK) DepartureUndone event) {
        lapse(event.shopId(), event.accountIds(), event.staffId(), ExpiryReason.DEPARTURE_UNDONE, NOT_LEFT);
    }

    void notHandedOver(@Observes @Priority(BEFORE_OTHER_WORK) HandoverUndone event) {
        lapse(
                event.shopId(),
                List.of(event.accountId()),
                event.ownerStaffId(),
                ExpiryReason.HANDOVER_UNDONE,
                NOT_HANDED_OVER);
    }

    /** Whoever holds one may finish it (R7). */
    private void lapse(long shopId, List<Long> accountIds, long leaver, ExpiryReason why, String words) {
        List<Task> undone = new ArrayList<>();
        for (long account : accountIds) {
            tasks.listUndoneOn(shopId, account).stream()
                    .filter(task -> task.status() != TaskStatus.CLAIMED)
                    .filter(task -> List.of(bye(leaver), hello(leaver))
                            .contains(task.origin().occurrence()))
                    .forEach(undone::add);
        }
        postTasks.lapseAll(undone, why, words);
        tasks.flush();
    }

    private static String bye(long leaver) {
        return "bye/" + Long.toString(leaver, Character.MAX_RADIX);
    }

    private static String hello(long leaver) {
        return "hello/" + Long.toString(leaver, Character.MAX_RADIX);
    }

    private Script script(Shop shop, long id, String field) {
        Script script = scripts.findIn(shop.id(), id)
                .filter(found -> found.kind() == PostKind.PRIVATE)
                .orElseThrow(() -> ErrorCode.VALIDATION_FAILED.problem(
                        field, "UnknownScript", "The shop has no such script for private messages."));
        boolean needsCampaign = script.content().copyText().variables().stream()
                .anyMatch(variable -> variable.scope() == CopyVariable.Scope.CAMPAIGN);
        if (needsCampaign) {
            throw ErrorCode.VALIDATION_FAILED.problem(field, "NeedsCampaign", "It names what only a campaign can say.");
        }
        return script;
    }

    private ZonedDateTime nextAllowed(Shop shop) {
        ZonedDateTime now = clock.instant().atZone(shop.zone());
        ContactLimits ofDay = limits.limitsOn(shop.id(), now.toLocalDate());
        if (!ofDay.isQuiet(now.toLocalTime())) {
            return now;
        }
        ZonedDateTime end = now.with(ofDay.quietTo());
        return end.isAfter(now) ? end : end.plusDays(1);
    }

    private void make(long shopId, List<Long> accountIds, long leaver, Long farewellScriptId, Long helloScriptId) {
        Shop shop = shops.findById(shopId);
        ZonedDateTime farewell = nextAllowed(shop);
        if (farewellScriptId != null) {
            make(shop, accountIds, script(shop, farewellScriptId, "farewellScriptId"), bye(leaver), farewell);
        }
        if (helloScriptId != null) {
            Script script = script(shop, helloScriptId, "helloScriptId");
            make(shop, accountIds, script, hello(leaver), farewell.plusDays(1).with(HELLO_AT));
        }
    }

    private void make(Shop shop, List<Long> accountIds, Script script, String occurrence, ZonedDateTime at) {
        Instant now = clock.instant();
        Map<Long, AccountPeople> people = workers.lock(shop.id(), accountIds);
        List<TaskEvents.Entry> history = new ArrayList<>();
        List<Task> made = new ArrayList<>();
        for (Account account : accounts.listIn(shop.id(), accountIds)) {
            if (!account.active()) {
                continue;
            }
            Instant opensAt = at.toInstant();
            Task task = Task.planned(
                            shop.id(),
                            new TaskOrigin(TaskKind.PRIVATE, null, null, null, account.id(), null, occurrence),
                            content(shop, account, script),
                            null,
                            opensAt,
                            opensAt.plus(config.dueAfter().privateMessage()))
                    .validUntil(opensAt.plus(config.validFor().service()));
            task.giveTo(people.get(account.id()).at(opensAt));
            tasks.persist(task);
            made.add(task);
            history.add(PostTasks.entry(task, TaskEventType.PLANNED, null, now, null));
        }
        tasks.flush();
        events.add(history);
        made.forEach(task ->
                recipients.addFollowersOf(shop.id(), task.id(), task.origin().accountId(), at.toLocalDate()));
    }

    private static TaskContent content(Shop shop, Account account, Script script) {
        Map<CopyVariable, String> values = Map.of(CopyVariable.SHOP, shop.name(), CopyVariable.ACCOUNT, account.name());
        return new TaskContent(
                script.title(),
                null,
                script.id(),
                script.contentVersion(),
                script.content().copyText().render(values),
                null,
                script.content().staffNotes(),
                script.content().media());
    }
}
