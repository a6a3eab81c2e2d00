package io.siyu.follower.contact;

import io.siyu.buyer.merge.BuyerMergeUndone;
import io.siyu.follower.person.FollowersMerged;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The one writer of what really went out, and of what of that broke a limit. Facts are taken as they are told: a plan is
 * refused before, by whoever asks {@link ContactLimitChecks}.
 */
@ApplicationScoped
public class ContactLedger {
    /** What is there stays: the first report of a contact tells when it was. */
    private static final String ADD =
            "INSERT INTO contact (shop_id, id, kind, task_id, sent_to, follower_id, account_id,"
                    + " staff_id, at, day, campaign_id, post_id, script_id, script_version, variant, recorded_at)"
                    + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON DUPLICATE KEY UPDATE shop_id = VALUES(shop_id)";

    private static final String ADD_BREACH =
            "INSERT INTO contact_breach (shop_id, id, broken, task_id, sent_to, account_id, staff_id, campaign_id, at,"
                    + " allowed, counted, recorded_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"
                    + " ON DUPLICATE KEY UPDATE shop_id = VALUES(shop_id)";

    private final Sql sql;
    private final Clock clock;

    ContactLedger(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Writes contacts down, in the transaction in which they are reported, with the limits that each went over. */
    public void add(Map<Contact, List<ReachedLimit>> contacts) {
        Instant now = clock.instant();
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> breaches = new ArrayList<>();
        contacts.forEach((contact, reached) -> {
            rows.add(row(contact, now));
            reached.forEach(limit -> breaches.add(breach(contact, limit, now)));
        });
        sql.batch(ADD, rows);
        sql.batch(ADD_BREACH, breaches);
    }

    /** It did not happen after all. */
    public void takeBack(long shopId, long taskId, long sentTo) {
        sql.update("DELETE FROM contact WHERE shop_id = ? AND task_id = ? AND sent_to = ?", shopId, taskId, sentTo);
        sql.update(
                "DELETE FROM contact_breach WHERE shop_id = ? AND task_id = ? AND sent_to = ?", shopId, taskId, sentTo);
    }

    /** Who was written to as two people was written to as one. */
    void merged(@Observes FollowersMerged event) {
        sql.batch(
                "UPDATE contact SET follower_id = ? WHERE shop_id = ? AND follower_id = ?",
                event.pairs().stream()
                        .map(pair -> new Object[] {pair.keptFollowerId(), event.shopId(), pair.goneFollowerId()})
                        .toList());
    }

    /** A follower has the id of its buyer. */
    void parted(@Observes BuyerMergeUndone event) {
        sql.update(
                "UPDATE contact SET follower_id = sent_to WHERE shop_id = ? AND follower_id = ? AND sent_to = ?",
                event.shopId(),
                event.keptId(),
                event.goneId());
    }

    private static Object[] row(Contact contact, Instant now) {
        Contact.Said said = contact.said();
        return new Object[] {
            contact.shopId(),
            Id.nextValue(),
            contact.kind(),
            contact.taskId(),
            contact.sentTo(),
            contact.sentTo(),
            contact.accountId(),
            contact.staffId(),
            contact.at(),
            contact.day(),
            said.campaignId(),
            said.postId(),
            said.scriptId(),
            said.scriptVersion(),
            said.variant(),
            now
        };
    }

    private static Object[] breach(Contact contact, ReachedLimit limit, Instant now) {
        return new Object[] {
            contact.shopId(),
            Id.nextValue(),
            limit.rule(),
            contact.taskId(),
            contact.sentTo(),
            contact.accountId(),
            contact.staffId(),
            contact.said().campaignId(),
            contact.at(),
            limit.allowed(),
            limit.counted(),
            now
        };
    }
}
