package io.siyu.buyer.person;

import io.siyu.buyer.match.ErasedBuyers;
import io.siyu.buyer.merge.MergesOfErased;
import io.siyu.platform.privacy.person.PersonFacts;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Instant;
import java.util.List;

/** Lets a person go: orders and sums stay, with nothing in them that tells whose they were. */
@ApplicationScoped
public class BuyerErasure {
    private final Sql sql;
    private final OptOuts optOuts;
    private final ErasedBuyers erasedBuyers;
    private final PrivacyEvents events;
    private final MergedBuyers merged;
    private final MergesOfErased merges;
    private final Event<BuyerErased> erased;

    BuyerErasure(
            Sql sql,
            OptOuts optOuts,
            ErasedBuyers erasedBuyers,
            PrivacyEvents events,
            MergedBuyers merged,
            MergesOfErased merges,
            Event<BuyerErased> erased) {
        this.erasedBuyers = erasedBuyers;
        this.merged = merged;
        this.merges = merges;
        this.sql = sql;
        this.optOuts = optOuts;
        this.events = events;
        this.erased = erased;
    }

    /**
     * Erases a buyer together with whoever was merged into it. In a transaction that holds off whoever writes the shop's
     * orders, so that none of them learns anew what is being forgotten.
     *
     * @param facts what names the person
     */
    public void erase(long shopId, long buyerId, PersonFacts facts, long staffId, Instant now) {
        List<Long> ids = merged.of(shopId, buyerId);
        String places = Sql.places(ids.size());
        Object[] person = InLists.params(ids, shopId);
        optOuts.remember(shopId, ids, now);
        erasedBuyers.remember(shopId, buyerId, ids, now);
        sql.update("DELETE FROM buyer_identity WHERE shop_id = ? AND buyer_id IN (" + places + ")", person);
        erasedBuyers.rememberContacts(shopId, buyerId, facts, now);
        sql.update(
                "UPDATE buyer SET platform_id = NULL, name_enc = NULL, phone_enc = NULL, email_enc = NULL,"
                        + " address_enc = NULL, contact_hash = NULL, contact_at = NULL, version = version + 1"
                        + " WHERE shop_id = ? AND id IN (" + places + ")",
                person);
        merges.forget(shopId, ids);
        sql.update(
                "UPDATE buyer_privacy_event SET reason = NULL WHERE shop_id = ? AND buyer_id IN (" + places + ")",
                person);
        sql.update(
                "UPDATE buyer SET erased_at = ?, updated_at = ? WHERE shop_id = ? AND id = ?",
                now,
                now,
                shopId,
                buyerId);
        events.add(shopId, buyerId, new PrivacyEvents.Event(PrivacyEventKind.ERASURE, null, staffId, now));
        erased.fire(new BuyerErased(shopId, ids));
    }
}
