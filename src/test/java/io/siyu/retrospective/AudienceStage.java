package io.siyu.retrospective;

import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;
import io.siyu.shop.Shop;
import io.siyu.support.TestShop;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** Puts straight into a shop what a campaign's figures are made of: who is listed, what went out, who bought. */
final class AudienceStage {
    private static final Instant THEN = Instant.parse("2020-01-01T00:00:00Z");

    private final Sql sql;
    private final TestShop shop;
    private final String campaign;
    private long tasks = 1;

    AudienceStage(Sql sql, TestShop shop, String campaign) {
        this.sql = sql;
        this.shop = shop;
        this.campaign = campaign;
        sql.update("DELETE FROM campaign_audience WHERE shop_id = ? AND campaign_id = ?", shop.id(), campaign);
    }

    /** @return a buyer who is listed so */
    long list(String state, String account, String tier) {
        long buyer = stranger();
        sql.update(
                "INSERT INTO campaign_audience (shop_id, campaign_id, follower_id, buyer_id, account_id, tier, state,"
                        + " reason) VALUES (?,?,?,?,?,?,?,?)",
                shop.id(),
                campaign,
                buyer,
                buyer,
                account,
                tier,
                state,
                "LEFT_OUT".equals(state) ? "NOT_ADDED" : null);
        return buyer;
    }

    long included() {
        return list("INCLUDED", shop.account1(), "NEW");
    }

    long heldOut() {
        return list("HELD_OUT", shop.account1(), "NEW");
    }

    long stranger() {
        long buyer = Id.nextValue();
        sql.update(
                "INSERT INTO buyer (shop_id, id, platform_id, first_order_day, created_at, updated_at)"
                        + " VALUES (?,?,?,?,?,?)",
                shop.id(),
                buyer,
                "S" + buyer,
                LocalDate.of(2020, 1, 1),
                THEN,
                THEN);
        return buyer;
    }

    void follow(long buyer, String account, String status, Instant addedAt, Instant lostAt) {
        sql.update(
                "INSERT INTO follower (shop_id, id, version, buyer_id, account_id, status, tier, added_at, lost_at,"
                        + " created_at, updated_at) VALUES (?,?,0,?,?,?,'NEW',?,?,?,?)",
                shop.id(),
                buyer,
                buyer,
                account,
                status,
                addedAt,
                lostAt,
                THEN,
                THEN);
    }

    /** One row of the ledger. */
    record Sent(String campaign, long follower, String account, String staff, long post, int version) {}

    void contact(Sent sent, Instant at) {
        sql.update(
                "INSERT INTO contact (shop_id, id, kind, task_id, sent_to, follower_id, account_id, staff_id, at, day,"
                        + " campaign_id, post_id, script_id, script_version, recorded_at)"
                        + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                shop.id(),
                Id.nextValue(),
                sent.follower() == 0 ? "MOMENT" : "PRIVATE",
                tasks++,
                sent.follower(),
                sent.follower(),
                sent.account(),
                sent.staff(),
                at,
                LocalDate.ofInstant(at, Shop.DEFAULT_ZONE),
                sent.campaign(),
                sent.post(),
                4711,
                sent.version(),
                at);
    }

    /** A private message of the campaign. */
    void write(long follower, Instant at) {
        contact(new Sent(campaign, follower, shop.account1(), shop.staff1Id(), 1, 1), at);
    }

    /** A counted order, paid at an instant. */
    void buy(Long buyer, Instant paidAt, String amount) {
        BigDecimal net = new BigDecimal(amount);
        long id = Id.nextValue();
        sql.update(
                "INSERT INTO shop_order (shop_id, id, order_no, buyer_id, status, created_at, paid_at, day, paid_amount,"
                        + " refund_amount, net_amount, counted, content_hash, source, recorded_at, updated_at)"
                        + " VALUES (?,?,?,?,'COMPLETED',?,?,?,?,0,?,TRUE,?,'GENERIC',?,?)",
                shop.id(),
                id,
                "R" + id,
                buyer,
                THEN,
                paidAt,
                LocalDate.ofInstant(paidAt, Shop.DEFAULT_ZONE),
                net,
                net,
                new byte[32],
                THEN,
                THEN);
    }

    void variant(long follower, String slot, String variant) {
        sql.update(
                "INSERT INTO campaign_audience_variant (shop_id, campaign_id, follower_id, slot, variant, post_id)"
                        + " VALUES (?,?,?,?,?,1)",
                shop.id(),
                campaign,
                follower,
                slot,
                variant);
    }

    /** @param closedAt null for what is not done; else it is DONE */
    String task(String kind, String account, long post, Instant dueAt, Instant closedAt) {
        long id = Id.nextValue();
        sql.update(
                "INSERT INTO task (shop_id, id, kind, status, priority, campaign_id, campaign_day, post_id, account_id,"
                        + " occurrence, assignee_staff_id, opens_at, due_at, closed_at, closed_by_staff_id, title)"
                        + " VALUES (?,?,?,?,1,?,1,?,?,?,?,?,?,?,?,'早安')",
                shop.id(),
                id,
                kind,
                closedAt == null ? "OPEN" : "DONE",
                campaign,
                post,
                account,
                "C" + id,
                shop.staff1Id(),
                dueAt.minusSeconds(3600),
                dueAt,
                closedAt,
                closedAt == null ? null : shop.staff1Id());
        return Long.toString(id);
    }

    void recipient(String task, long follower, String state, Instant at) {
        sql.update(
                "INSERT INTO task_recipient (shop_id, task_id, follower_id, buyer_id, tier, state, state_at, reported_by)"
                        + " VALUES (?,?,?,?,'NEW',?,?,?)",
                shop.id(),
                task,
                follower,
                follower,
                state,
                at,
                at == null ? null : shop.staff1Id());
    }

    void lose(long follower, String account, Instant at) {
        sql.update(
                "INSERT INTO follower_loss (shop_id, id, follower_id, account_id, day, reason, told_at)"
                        + " VALUES (?,?,?,?,?,'DELETED_US',?)",
                shop.id(),
                Id.nextValue(),
                follower,
                account,
                LocalDate.ofInstant(at, Shop.DEFAULT_ZONE),
                at);
    }

    void breach(String rule, Instant at) {
        sql.update(
                "INSERT INTO contact_breach (shop_id, id, broken, task_id, sent_to, account_id, staff_id, campaign_id, at,"
                        + " allowed, counted, recorded_at) VALUES (?,?,?,?,0,?,?,?,?,1,2,?)",
                shop.id(),
                Id.nextValue(),
                rule,
                tasks++,
                shop.account1(),
                shop.staff1Id(),
                campaign,
                at,
                at);
    }
}
