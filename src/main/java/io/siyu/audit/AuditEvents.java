package io.siyu.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Reads the audit trail. */
@ApplicationScoped
class AuditEvents {
    private final Sql sql;
    private final ObjectMapper json;
    private final AuditedActions actions;

    AuditEvents(Sql sql, ObjectMapper json, AuditedActions actions) {
        this.sql = sql;
        this.json = json;
        this.actions = actions;
    }

    /** Newest first. */
    Page<AuditEventResponse> list(Shop shop, AuditQuery query, PageRequest page) {
        SqlFragment condition = query.conditionIn(shop, actions.all())
                .add(page.cursor(2).map(AuditEvents::behind).orElse(SqlFragment.EMPTY));
        List<AuditEventResponse> rows = sql.list(statement(condition, page.rowsToRead()), this::event);
        return Page.of(rows, page.limit(), event -> Cursor.of(event.at(), event.id()));
    }

    static SqlFragment statement(SqlFragment condition, int rows) {
        return SqlFragment.of("SELECT * FROM audit_event WHERE ")
                .add(condition)
                .add(" ORDER BY at DESC, id DESC LIMIT ?", rows);
    }

    private static SqlFragment behind(Cursor cursor) {
        return SqlFragment.named(
                " AND at <= :at AND (at < :at OR id < :id)", Map.of("at", cursor.instantAt(0), "id", cursor.longAt(1)));
    }

    private AuditEventResponse event(ResultRow row) throws SQLException {
        return new AuditEventResponse(
                Id.of(row.longAt("id")),
                row.instantAt("at"),
                row.textAt("action"),
                Id.of(row.longAt("staff_id")),
                row.textAt("staff_name"),
                row.textAt("subject"),
                row.textAt("thing"),
                row.textAt("thing_id"),
                state(row.textAt("before_state")),
                state(row.textAt("after_state")),
                row.textAt("request_id"));
    }

    private JsonNode state(String text) {
        try {
            return text == null ? null : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept state is JSON", e);
        }
    }
}
