package io.siyu.task.recipient;

import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.campaign.post.Variant;
import io.siyu.content.PostKind;
import io.siyu.follower.FollowerService;
import io.siyu.follower.contact.Contact;
import io.siyu.follower.contact.ContactLedger;
import io.siyu.follower.contact.ContactLimitChecks;
import io.siyu.follower.contact.ReachedLimit;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.caller.Member;
import io.siyu.task.DeviceTime;
import io.siyu.task.Task;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes in what became of messages, in the transaction in which it is told: on the task's list, and what was sent in the
 * ledger. As many statements for many as for one.
 */
@ApplicationScoped
public class RecipientReports {
    /** For so long who reported something can take it back. */
    private static final Duration SECOND_THOUGHTS = Duration.ofMinutes(10);

    private final TaskRecipients recipients;
    private final ContactLimitChecks checks;
    private final ContactLedger ledger;
    private final ContactRefusal refusal;
    private final FollowerService followers;
    private final CampaignPostRepository posts;

    RecipientReports(
            TaskRecipients recipients,
            ContactLimitChecks checks,
            ContactLedger ledger,
            ContactRefusal refusal,
            FollowerService followers,
            CampaignPostRepository posts) {
        this.recipients = recipients;
        this.checks = checks;
        this.ledger = ledger;
        this.refusal = refusal;
        this.followers = followers;
        this.posts = posts;
    }

    /**
     * @param reports one a follower at most, each of a recipient of the task
     * @throws io.siyu.platform.problem.ProblemException 409 for what would go over a limit and has not happened, naming the
     *     contact by which it was reached
     */
    void take(Member by, Task task, List<RecipientReport> reports, Instant now) {
        Wanted wanted = new Wanted(checks.check(by.shop(), contacts(by, task, variantOf(task), reports)));
        Map<Long, RecipientRow> rows = recipients.lock(
                by.shopId(),
                task.id(),
                reports.stream().map(RecipientReport::followerId).toList());
        List<RecipientReport> news = reports.stream()
                .filter(report -> !row(rows, report).saysAlready(report))
                .toList();
        List<RecipientReport> sent = news.stream()
                .filter(report ->
                        report.outcome().saysSent() && !row(rows, report).wasSent())
                .toList();
        refusal.refuse(by.shop(), wanted.refused(sent));
        news.forEach(report -> takeBack(by, task, row(rows, report), report, now));
        recipients.write(
                by.shopId(),
                task.id(),
                news.stream()
                        .map(report -> row(rows, report).with(report, stateOfPending(task), by.staffId(), now))
                        .toList());
        ledger.add(wanted.of(sent));
        news.stream()
                .filter(RecipientReport::saysDeleted)
                .forEach(report -> followers.markLost(
                        by.shopId(),
                        report.followerId(),
                        LocalDate.ofInstant(report.at(), by.shop().zone()),
                        by.username()));
    }

    private static RecipientRow row(Map<Long, RecipientRow> rows, RecipientReport report) {
        RecipientRow row = rows.get(report.followerId());
        if (row == null) {
            throw ErrorCode.NOT_FOUND.problem("This follower is no recipient of the task.");
        }
        return row;
    }

    /** The contacts that reports tell of, with the limits that each goes over. */
    private record Wanted(Map<Contact, List<ReachedLimit>> contacts) {
        Map<Contact, List<ReachedLimit>> of(List<RecipientReport> sent) {
            Set<Long> followers = sent.stream().map(RecipientReport::followerId).collect(Collectors.toSet());
            Map<Contact, List<ReachedLimit>> those = new LinkedHashMap<>(contacts);
            those.keySet().removeIf(contact -> !followers.contains(contact.sentTo()));
            return those;
        }

        Map<RecipientReport, ReachedLimit> refused(List<RecipientReport> sent) {
            Map<Long, ReachedLimit> reached = new HashMap<>();
            contacts.forEach((contact, limits) ->
                    limits.stream().findFirst().ifPresent(limit -> reached.put(contact.sentTo(), limit)));
            Map<RecipientReport, ReachedLimit> refused = new LinkedHashMap<>();
            sent.stream()
                    .filter(report -> !report.happened() && reached.containsKey(report.followerId()))
                    .forEach(report -> refused.put(report, reached.get(report.followerId())));
            return refused;
        }
    }

    /** Those of a completion; what has no time of its own happened when the task was done. */
    public void takeAll(Member by, Task task, List<RecipientTick> ticks, Instant at, Instant now) {
        Map<Long, RecipientReport> reports = new LinkedHashMap<>();
        for (int i = 0; i < ticks.size(); i++) {
            RecipientTick tick = ticks.get(i);
            if (tick.outcome() == RecipientOutcome.OPT_OUT) {
                throw ErrorCode.VALIDATION_FAILED.problem(
                        field(i) + ".outcome", "OneByOne", "An opt-out is reported for its recipient alone.");
            }
            long follower = tick.followerId().value();
            Instant time = tick.at() == null ? at : DeviceTime.of(tick.at(), now);
            reports.put(
                    follower,
                    RecipientReport.of(field(i), follower, tick.outcome(), tick.reason(), time, tick.happened()));
        }
        take(by, task, List.copyOf(reports.values()), now);
    }

    private static String field(int place) {
        return "recipients[" + place + "]";
    }

    /** Which of a slot's texts the list is for; null where there is just one. */
    private String variantOf(Task task) {
        return Optional.ofNullable(task.origin().postId())
                .flatMap(post -> posts.findIn(task.shopId(), post))
                .map(CampaignPost::variant)
                .map(Variant::key)
                .orElse(null);
    }

    private static List<Contact> contacts(Member by, Task task, String variant, List<RecipientReport> reports) {
        return reports.stream()
                .filter(report -> report.outcome().saysSent())
                .map(report -> new Contact(
                        by.shopId(),
                        PostKind.PRIVATE,
                        task.id(),
                        report.followerId(),
                        task.origin().accountId(),
                        by.staffId(),
                        report.at(),
                        LocalDate.ofInstant(report.at(), by.shop().zone()),
                        new Contact.Said(
                                task.origin().campaignId(),
                                task.origin().postId(),
                                task.content().scriptId(),
                                task.content().scriptVersion(),
                                variant)))
                .toList();
    }

    /** What was told by mistake; after that it is a fact. */
    private void takeBack(Member by, Task task, RecipientRow row, RecipientReport report, Instant now) {
        boolean isUndoing = report.outcome() == RecipientOutcome.PENDING
                || row.wasSent() && report.outcome().needsReason();
        if (!isUndoing) {
            return;
        }
        boolean isOwn = row.reportedBy() != null && row.reportedBy() == by.staffId();
        boolean isFresh =
                row.reportedAt() != null && !now.isAfter(row.reportedAt().plus(SECOND_THOUGHTS));
        if (row.outcome() == RecipientOutcome.OPT_OUT || !isOwn || !isFresh) {
            throw ErrorCode.STATE_CONFLICT.problem(
                    report.field(),
                    "Fact",
                    "What was reported can be taken back for 10 minutes, by who reported it; an opt-out not at all.");
        }
        if (row.wasSent()) {
            ledger.takeBack(by.shopId(), task.id(), report.followerId());
        }
    }

    /**
     * What was told of recipients together with the completion of their task is open again, and so is who was missed by it;
     * what was told of each before stays.
     *
     * @param told when the completion was
     * @param day for which the messages are planned
     */
    public void reopen(Task task, Instant told, LocalDate day) {
        for (long follower : recipients.sentAt(task.shopId(), task.id(), told)) {
            ledger.takeBack(task.shopId(), task.id(), follower);
        }
        recipients.reopen(task.shopId(), task.id(), told, day);
    }

    private static RecipientState stateOfPending(Task task) {
        return task.status().isClosed() ? RecipientState.MISSED : RecipientState.PENDING;
    }
}
