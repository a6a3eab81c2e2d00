package io.siyu.task.recipient;

import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.Sql;
import io.siyu.privacy.BuyerPrivacyService;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;
import io.siyu.task.DeviceTime;
import io.siyu.task.Task;
import io.siyu.task.TaskConfig;
import io.siyu.task.TaskReports;
import io.siyu.task.TaskScope;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Working through the recipients of a private message. */
@ApplicationScoped
public class TaskRecipientService {
    private final TaskScope scope;
    private final TaskReports told;
    private final RecipientReports reports;
    private final RecipientQueries queries;
    private final BuyerPrivacyService privacy;
    private final TaskConfig config;
    private final Clock clock;
    private final Sql sql;

    TaskRecipientService(
            TaskScope scope,
            TaskReports told,
            RecipientReports reports,
            RecipientQueries queries,
            BuyerPrivacyService privacy,
            TaskConfig config,
            Clock clock,
            Sql sql) {
        this.scope = scope;
        this.told = told;
        this.reports = reports;
        this.queries = queries;
        this.privacy = privacy;
        this.config = config;
        this.clock = clock;
        this.sql = sql;
    }

    public Page<RecipientResponse> list(Id task, PageRequest page) {
        Found<Task> found = scope.find(task);
        return queries.list(found.member().shop(), task.value(), page);
    }

    /**
     * Takes in what became of one follower's message. Done once for each of some hundred, so it is a few small statements:
     * the task is read, not locked.
     */
    public RecipientResponse report(Id task, Id follower, ReportRecipientRequest request) {
        Found<Task> found = scope.findReported(task);
        Member by = found.member();
        Instant now = clock.instant();
        RecipientReport report = RecipientReport.of(
                "outcome",
                follower.value(),
                request.outcome(),
                request.reason(),
                DeviceTime.of(request.at(), now),
                request.happened());
        told.requireRecipientsTold(by, found.thing(), report.at());
        if (report.outcome() == RecipientOutcome.OPT_OUT) {
            // The person first, in a transaction that begins with the lock of who the shop's buyers are.
            optOut(by, queries.get(by.shop(), task.value(), follower.value()), report);
        }
        Contention.inTransaction(() -> {
            reports.take(by, found.thing(), List.of(report), clock.instant());
            extendLease(by, task.value(), clock.instant());
            return null;
        });
        return queries.get(by.shop(), task.value(), follower.value());
    }

    private void optOut(Member by, RecipientResponse recipient, RecipientReport report) {
        if (recipient.outcome() != RecipientOutcome.OPT_OUT) {
            privacy.recordOptOut(by, recipient.buyerId().value(), report.reason());
        }
    }

    /** Only when a third of the lease is gone: not every report needs to touch the task. */
    private void extendLease(Member by, long taskId, Instant now) {
        Instant until = now.plus(config.lease());
        sql.update(
                "UPDATE task SET lease_until = ?, wake_at = ?, version = version + 1 WHERE shop_id = ? AND id = ?"
                        + " AND status = 'CLAIMED' AND holder_staff_id = ? AND lease_until < ?"
                        + " AND (valid_until IS NULL OR valid_until > ?)",
                until,
                until,
                by.shopId(),
                taskId,
                by.staffId(),
                until.minus(config.lease().dividedBy(3)),
                now);
    }
}
