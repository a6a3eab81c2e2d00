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
import io.siyu.staff.AccountPeople;
import io.siyu.staff.AccountRepository;
import io.siyu.staff.AccountWorkers;
import io.siyu.staff.DepartureUndone;
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

/** Followers of somebody who left are told goodbye, and are greeted by whoever took over the day after, if that is wished. */
@ApplicationScoped
class FarewellTasks {
    private static final String NOT_LEFT = "离职已撤销";
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
        if (takeover == null) {
            return;
        }
        Shop shop = shops.findById(event.shopId());
        ZonedDateTime farewell = nextAllowed(shop);
        if (takeover.farewellScriptId() != null) {
            Script script = script(shop, takeover.farewellScriptId(), "farewellScriptId");
            make(shop, takeover.accountIds(), script, bye(event.staffId()), farewell);
        }
        if (takeover.helloScriptId() != null) {
            Script script = script(shop, takeover.helloScriptId(), "helloScriptId");
            make(
                    shop,
                    takeover.accountIds(),
                    script,
                    hello(event.staffId()),
                    farewell.plusDays(1).with(HELLO_AT));
        }
    }

    /** Whoever holds one may finish it (R7). */
    void notLeft(@Observes @Priority(BEFORE_OTHER_WORK) DepartureUndone event) {
        List<Task> undone = new ArrayList<>();
        for (long account : event.accountIds()) {
            tasks.listUndoneOn(event.shopId(), account).stream()
                    .filter(task -> task.status() != TaskStatus.CLAIMED)
                    .filter(task -> List.of(bye(event.staffId()), hello(event.staffId()))
                            .contains(task.origin().occurrence()))
                    .forEach(undone::add);
        }
        postTasks.lapseAll(undone, ExpiryReason.DEPARTURE_UNDONE, NOT_LEFT);
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
