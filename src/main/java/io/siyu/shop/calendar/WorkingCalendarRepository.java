package io.siyu.shop.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;

/** The shops' calendars, as they stand; what they were before is in the audit trail. */
@ApplicationScoped
class WorkingCalendarRepository {
    private final Sql sql;
    private final ObjectMapper json;

    WorkingCalendarRepository(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    WorkingCalendarRevision current(long shopId) {
        return sql.first(
                        "SELECT version, calendar FROM working_calendar WHERE shop_id = ?",
                        row -> new WorkingCalendarRevision(row.intAt("version"), read(row.textAt("calendar"))),
                        shopId)
                .orElse(new WorkingCalendarRevision(0, WorkingCalendar.DEFAULT));
    }

    /** @return whether it is stored; not if somebody else stored this revision first */
    boolean put(long shopId, WorkingCalendarRevision next, String by, Instant at) {
        String calendar = write(next.calendar());
        return next.revision() == 1
                ? sql.update(
                                "INSERT IGNORE INTO working_calendar (shop_id, version, calendar, changed_by, changed_at)"
                                        + " VALUES (?, 1, ?, ?, ?)",
                                shopId,
                                calendar,
                                by,
                                at)
                        == 1
                : sql.update(
                                "UPDATE working_calendar SET version = version + 1, calendar = ?, changed_by = ?,"
                                        + " changed_at = ? WHERE shop_id = ? AND version = ?",
                                calendar,
                                by,
                                at,
                                shopId,
                                next.revision() - 1)
                        == 1;
    }

    private WorkingCalendar read(String calendar) {
        try {
            return json.readValue(calendar, WorkingCalendar.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored working calendar cannot be read", e);
        }
    }

    private String write(WorkingCalendar calendar) {
        try {
            return json.writeValueAsString(calendar);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A working calendar cannot be written", e);
        }
    }
}
