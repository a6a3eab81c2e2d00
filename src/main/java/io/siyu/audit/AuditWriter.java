package io.siyu.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.Arc;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.trace.RequestId;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the audit trail. Nothing changes or deletes a row of it, but for the name of a buyer who was erased. */
@ApplicationScoped
class AuditWriter implements AuditTrail {
    private static final int LONGEST_STATE = 4000;

    /** Says nothing that the rest of the row does not say. */
    private static final Set<String> LEFT_OUT = Set.of("id", "shopId", "version");

    private final AuditScope scope;
    private final Caller caller;
    private final ObjectMapper json;
    private final Sql sql;
    private final Clock clock;

    AuditWriter(AuditScope scope, Caller caller, ObjectMapper json, Sql sql, Clock clock) {
        this.scope = scope;
        this.caller = caller;
        this.json = json;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public void record(Act act) {
        Optional<String> action = action();
        if (action.isEmpty()) {
            return;
        }
        Member who = caller.member(act.shopId());
        ObjectNode before = state(act.before());
        ObjectNode after = state(act.after());
        if (before != null && after != null) {
            leaveOutWhatIsAlike(before, after);
            if (before.isEmpty() && after.isEmpty()) {
                scope.tell();
                return;
            }
        }
        sql.update(
                "INSERT INTO audit_event (shop_id, id, at, action, staff_id, staff_name, subject, thing, thing_id,"
                        + " before_state, after_state, request_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                act.shopId(),
                Id.nextValue(),
                clock.instant(),
                action.get(),
                who.staffId(),
                who.displayName(),
                caller.login().subject(),
                act.thing(),
                act.thingId(),
                text(before),
                text(after),
                RequestId.current());
        scope.tell();
    }

    @Override
    public void nothingChanged() {
        if (action().isPresent()) {
            scope.tell();
        }
    }

    /** Empty for what no request asked for. */
    private Optional<String> action() {
        return Arc.container().requestContext().isActive() ? scope.action() : Optional.empty();
    }

    private ObjectNode state(Object value) {
        if (value == null) {
            return null;
        }
        ObjectNode state = json.valueToTree(value);
        state.remove(LEFT_OUT);
        return state;
    }

    private static void leaveOutWhatIsAlike(ObjectNode before, ObjectNode after) {
        Iterator<Map.Entry<String, JsonNode>> fields = before.properties().iterator();
        while (fields.hasNext()) {
            Map.Entry<String, JsonNode> field = fields.next();
            if (field.getValue().equals(after.get(field.getKey()))) {
                fields.remove();
                after.remove(field.getKey());
            }
        }
    }

    /** What is long, such as a policy of many rules, is told by its length; the thing itself keeps its versions. */
    private static String text(ObjectNode state) {
        if (state == null) {
            return null;
        }
        String text = state.toString();
        return text.length() <= LONGEST_STATE
                ? text
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("characters", text.length())
                        .toString();
    }
}
