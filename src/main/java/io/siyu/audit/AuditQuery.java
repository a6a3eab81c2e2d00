package io.siyu.audit;

import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;

import jakarta.ws.rs.QueryParam;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Pattern;

/** Which acts are asked for; what is left out narrows nothing. */
public class AuditQuery {
    private static final Pattern THING = Pattern.compile("[a-z-]{1,30}(:[0-9A-Za-z_-]{1,64})?");

    @QueryParam("action")
    public String action;

    @QueryParam("staff")
    public Id staff;

    /** A kind of thing, or one thing as {@code campaign:720438205126345231}. */
    @QueryParam("thing")
    public String thing;

    @QueryParam("from")
    public LocalDate from;

    @QueryParam("to")
    public LocalDate to;

    /** A condition and what stands in its places. */
    record Condition(String text, List<Object> params) {}

    /**
     * @param actions all that there are
     * @throws io.siyu.platform.problem.ProblemException 400 for days in the wrong order, for what names no thing and for no
     *     known action
     */
    Condition conditionIn(Shop shop, SortedSet<String> actions) {
        StringBuilder text = new StringBuilder("shop_id = ?");
        List<Object> params = new ArrayList<>(List.of(shop.id()));
        if (action != null && !action.isBlank()) {
            narrowToAction(actions, text, params);
        }
        if (staff != null) {
            text.append(" AND staff_id = ?");
            params.add(staff.value());
        }
        if (thing != null && !thing.isBlank()) {
            narrowToThing(text, params);
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw ErrorCode.VALIDATION_FAILED.problem("to", "DatesReversed", "to is before from.");
        }
        if (from != null) {
            text.append(" AND at >= ?");
            params.add(startOf(from, shop));
        }
        if (to != null) {
            text.append(" AND at < ?");
            params.add(startOf(to.plusDays(1), shop));
        }
        return new Condition(text.toString(), params);
    }

    private void narrowToAction(SortedSet<String> actions, StringBuilder text, List<Object> params) {
        String wanted = action.strip();
        if (!actions.contains(wanted)) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "action", "UnknownAction", "Any of " + String.join(", ", actions) + ".");
        }
        text.append(" AND action = ?");
        params.add(wanted);
    }

    private void narrowToThing(StringBuilder text, List<Object> params) {
        String wanted = thing.strip();
        if (!THING.matcher(wanted).matches()) {
            throw ErrorCode.VALIDATION_FAILED.problem("thing", "Thing", "Such as campaign, or campaign:1234.");
        }
        String[] parts = wanted.split(":", 2);
        text.append(" AND thing = ?");
        params.add(parts[0]);
        if (parts.length == 2) {
            text.append(" AND thing_id = ?");
            params.add(parts[1]);
        }
    }

    private static Instant startOf(LocalDate day, Shop shop) {
        return day.atStartOfDay(shop.zone()).toInstant();
    }
}
