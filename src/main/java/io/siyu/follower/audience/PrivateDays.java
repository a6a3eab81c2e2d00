package io.siyu.follower.audience;

import io.siyu.content.limit.ContactLimits;
import io.siyu.content.limit.DatedLimits;
import io.siyu.follower.audience.OtherCampaigns.Message;
import io.siyu.platform.sql.SqlFragment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * On which days a campaign writes to a follower {@code m}, and what speaks against each.
 *
 * @param writes by day whether it does
 */
record PrivateDays(NavigableMap<LocalDate, SqlFragment> writes) {
    static final int WEEK = 7;
    static final int MONTH = 30;

    private static final String SENT = "(SELECT COUNT(*) FROM contact c FORCE INDEX (contact_follower)"
            + " WHERE c.shop_id = m.shop_id"
            + " AND c.follower_id = m.follower_id AND c.kind = 'PRIVATE' AND c.day BETWEEN :from AND :to)";

    /** What others have still to send: what they sent is counted already. */
    private static final String PLANNED = " + (SELECT COUNT(*) FROM campaign_audience_variant v"
            + " FORCE INDEX (campaign_audience_variant_follower) WHERE v.shop_id = m.shop_id"
            + " AND v.follower_id = m.follower_id AND v.post_id IN (:posts)"
            + " AND NOT EXISTS (SELECT 1 FROM contact k WHERE k.shop_id = v.shop_id"
            + " AND k.follower_id = v.follower_id AND k.post_id = v.post_id))";

    private static final String GETS = "EXISTS (SELECT 1 FROM campaign_audience_variant v"
            + " FORCE INDEX (campaign_audience_variant_follower) WHERE v.shop_id = m.shop_id"
            + " AND v.follower_id = m.follower_id AND v.post_id IN (:posts))";

    static PrivateDays of(List<PrivateSlot> slots) {
        NavigableMap<LocalDate, List<SqlFragment>> byDay = new TreeMap<>();
        slots.stream().flatMap(slot -> slot.choices().stream()).forEach(choice -> byDay.computeIfAbsent(
                        choice.day(), day -> new ArrayList<>())
                .add(SqlFragment.of("(").add(choice.isFor()).add(")")));
        NavigableMap<LocalDate, SqlFragment> writes = new TreeMap<>();
        byDay.forEach((day, any) -> writes.put(
                day, SqlFragment.of("(").add(SqlFragment.join(" OR ", any)).add(")")));
        return new PrivateDays(writes);
    }

    boolean isEmpty() {
        return writes.isEmpty();
    }

    LocalDate first() {
        return writes.firstKey();
    }

    LocalDate last() {
        return writes.lastKey();
    }

    /** Whether it would write to him on some day and may on none, for the limits of 7 and 30 days. */
    SqlFragment allFull(List<Message> beside, DatedLimits limits) {
        if (isEmpty()) {
            return SqlFragment.of("FALSE");
        }
        SqlFragment all = SqlFragment.of("(")
                .add(SqlFragment.join(" OR ", List.copyOf(writes.values())))
                .add(")");
        for (Map.Entry<LocalDate, SqlFragment> day : writes.entrySet()) {
            all = all.add(" AND (NOT ")
                    .add(day.getValue())
                    .add(" OR ")
                    .add(isFull(day.getKey(), beside, limits.on(day.getKey())))
                    .add(")");
        }
        return all;
    }

    private static SqlFragment isFull(LocalDate day, List<Message> beside, ContactLimits limits) {
        return count(day, WEEK, beside)
                .add(" >= ? OR ", limits.privatePer7Days())
                .add(count(day, MONTH, beside))
                .add(" >= ?", limits.privatePer30Days());
    }

    private static SqlFragment count(LocalDate last, int days, List<Message> beside) {
        LocalDate first = last.minusDays(days - 1L);
        List<Long> planned = beside.stream()
                .filter(message ->
                        !message.day().isBefore(first) && !message.day().isAfter(last))
                .map(Message::postId)
                .toList();
        SqlFragment sent = SqlFragment.named(SENT, Map.of("from", first, "to", last));
        return planned.isEmpty() ? sent : sent.add(SqlFragment.named(PLANNED, Map.of("posts", planned)));
    }

    /** Whether one of these goes to him on a day on which it would write to him too. */
    SqlFragment anyOf(List<Message> messages) {
        List<SqlFragment> any = new ArrayList<>();
        writes.forEach((day, isWriting) -> {
            List<Long> posts = messages.stream()
                    .filter(message -> message.day().equals(day))
                    .map(Message::postId)
                    .toList();
            if (!posts.isEmpty()) {
                any.add(SqlFragment.of("(")
                        .add(isWriting)
                        .add(" AND ")
                        .add(SqlFragment.named(GETS, Map.of("posts", posts)))
                        .add(")"));
            }
        });
        return any.isEmpty() ? SqlFragment.of("FALSE") : SqlFragment.join(" OR ", any);
    }
}
