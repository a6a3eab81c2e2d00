package io.siyu.audit;

import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.shop.Shop;

import jakarta.ws.rs.QueryParam;

import java.time.Instant;
import java.time.LocalDate;
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

    /**
     * @param actions all that there are
     * @throws io.siyu.platform.problem.ProblemException 400 for days in the wrong order, for what names no thing and for no
     *     known action
     */
    SqlFragment conditionIn(Shop shop, SortedSet<String> actions) {
        SqlFragment condition = SqlFragment.of("shop_id = ?", shop.id()).add(ofAction(actions));
        if (staff != null) {
            condition = condition.add(" AND staff_id = ?", staff.value());
        }
        condition = condition.add(ofThing());
        if (from != null && to != null && to.isBefore(from)) {
            throw ErrorCode.VALIDATION_FAILED.problem("to", "DatesReversed", "to is before from.");
        }
        if (from != null) {
            condition = condition.add(" AND at >= ?", startOf(from, shop));
        }
        return to == null ? condition : condition.add(" AND at < ?", startOf(to.plusDays(1), shop));
    }

    private SqlFragment ofAction(SortedSet<String> actions) {
        if (action == null || action.isBlank()) {
            return SqlFragment.EMPTY;
        }
        String wanted = action.strip();
        if (!actions.contains(wanted)) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "action", "UnknownAction", "Any of " + String.join(", ", actions) + ".");
        }
        return SqlFragment.of(" AND action = ?", wanted);
    }

    private SqlFragment ofThing() {
        if (thing == null || thing.isBlank()) {
            return SqlFragment.EMPTY;
        }
        String wanted = thing.strip();
        if (!THING.matcher(wanted).matches()) {
            throw ErrorCode.VALIDATION_FAILED.problem("thing", "Thing", "Such as campaign, or campaign:1234.");
        }
        String[] parts = wanted.split(":", 2);
        SqlFragment ofKind = SqlFragment.of(" AND thing = ?", parts[0]);
        return parts.length == 2 ? ofKind.add(" AND thing_id = ?", parts[1]) : ofKind;
    }

    private static Instant startOf(LocalDate day, Shop shop) {
        return day.atStartOfDay(shop.zone()).toInstant();
    }
}
