package io.siyu.task.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.content.material.MediaConverter;
import io.siyu.follower.contact.ContactRule;
import io.siyu.platform.ids.Id;
import io.siyu.platform.json.TextsConverter;
import io.siyu.platform.sql.ResultRow;
import io.siyu.task.ExpiryReason;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskStatus;
import io.siyu.task.queue.TaskResponse.AccountRef;
import io.siyu.task.queue.TaskResponse.CampaignRef;
import io.siyu.task.queue.TaskResponse.Completion;
import io.siyu.task.queue.TaskResponse.StaffRef;
import io.siyu.task.queue.TaskResponse.Subject;
import io.siyu.task.queue.TaskResponse.Waiting;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Turns a row of a task, joined with the names around it, into what clients see. */
@ApplicationScoped
class TaskRows {
    /** Within it nobody calls it late. */
    private static final Duration NOTICED = Duration.ofMinutes(1);

    private static final TextsConverter TEXTS = new TextsConverter();
    private static final MediaConverter MEDIA = new MediaConverter();

    private final ObjectMapper json;

    TaskRows(ObjectMapper json) {
        this.json = json;
    }

    TaskResponse read(ResultRow row, Instant now) throws SQLException {
        TaskStatus status = row.enumAt("status", TaskStatus.class);
        Instant dueAt = row.instantAt("due_at");
        return new TaskResponse(
                Id.of(row.longAt("id")),
                Id.of(row.longAt("shop_id")),
                row.enumAt("kind", TaskKind.class),
                status,
                row.textAt("title"),
                row.textAt("visible_to"),
                mentions(row.textAt("mentions")),
                null,
                null,
                row.textAt("copy_text"),
                row.textAt("first_comment"),
                row.textAt("staff_notes"),
                MEDIA.convertToEntityAttribute(row.textAt("media")),
                account(row),
                campaign(row),
                Id.ofNullable(row.nullableLongAt("post_id")),
                Id.ofNullable(row.nullableLongAt("script_id")),
                row.nullableIntAt("script_version"),
                null,
                subject(row),
                row.instantAt("opens_at"),
                dueAt,
                row.instantAt("valid_until"),
                row.instantAt("opened_at"),
                isOpenedLate(row),
                waiting(row, status),
                status.isActive() && dueAt.isBefore(now),
                row.intAt("priority"),
                staff(row, "assignee_staff_id", "assignee_name"),
                staff(row, "holder_staff_id", "holder_name"),
                row.instantAt("lease_until"),
                row.instantAt("snoozed_until"),
                row.instantAt("changed_at"),
                row.textAt("change_note"),
                row.instantAt("closed_at"),
                row.textAt("reason"),
                row.enumAt("reason_code", ExpiryReason.class),
                completion(row.textAt("result")),
                null,
                row.intAt("version"));
    }

    private static boolean isOpenedLate(ResultRow row) throws SQLException {
        Instant opened = row.instantAt("opened_at");
        Instant wanted = row.instantAt("opens_at");
        Instant allowed = row.instantAt("wait_until");
        Instant from = allowed != null && allowed.isAfter(wanted) ? allowed : wanted;
        return opened != null && opened.isAfter(from.plus(NOTICED));
    }

    private static Waiting waiting(ResultRow row, TaskStatus status) throws SQLException {
        ContactRule limit = row.enumAt("wait_limit", ContactRule.class);
        return limit == null || status != TaskStatus.PLANNED
                ? null
                : new Waiting(limit, row.instantAt("wait_since"), row.instantAt("wait_until"));
    }

    private static List<String> mentions(String text) {
        return text == null ? List.of() : TEXTS.convertToEntityAttribute(text);
    }

    private static AccountRef account(ResultRow row) throws SQLException {
        Long id = row.nullableLongAt("account_id");
        return id == null ? null : new AccountRef(Id.of(id), row.textAt("account_name"), row.textAt("account_persona"));
    }

    private static CampaignRef campaign(ResultRow row) throws SQLException {
        Long id = row.nullableLongAt("campaign_id");
        return id == null
                ? null
                : new CampaignRef(Id.of(id), row.textAt("campaign_name"), row.nullableIntAt("campaign_day"));
    }

    private static Subject subject(ResultRow row) throws SQLException {
        Long id = row.nullableLongAt("subject_id");
        return id == null ? null : Subject.of(row.enumAt("kind", TaskKind.class).subject(), Id.of(id));
    }

    private static StaffRef staff(ResultRow row, String idColumn, String nameColumn) throws SQLException {
        Long id = row.nullableLongAt(idColumn);
        return id == null ? null : new StaffRef(Id.of(id), row.textAt(nameColumn));
    }

    private Completion completion(String text) {
        try {
            return text == null ? null : json.readValue(text, Completion.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored completion is not readable", e);
        }
    }
}
