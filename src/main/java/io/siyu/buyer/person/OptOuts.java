package io.siyu.buyer.person;

import io.siyu.buyer.match.BuyerMatches;
import io.siyu.buyer.match.IdentityKey;
import io.siyu.buyer.match.IdentityKind;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is not to be contacted any more. It holds for good and for the person: what the person was known by is remembered
 * as keyed hashes, and whoever comes with one of these later is opted out from the start.
 */
@ApplicationScoped
public class OptOuts {
    private static final String KNOWN_BY_KEY = "The same phone, address or platform id opted out before.";

    private static final String REMEMBER = "INSERT INTO buyer_opt_out_key (shop_id, kind, key_hash, opted_out_at)"
            + " SELECT i.shop_id, i.kind, i.key_hash, ? FROM buyer_identity i"
            + " JOIN buyer b ON b.shop_id = i.shop_id AND b.id = i.buyer_id AND b.opted_out"
            + " WHERE i.shop_id = ? AND i.buyer_id IN (%s) AND NOT EXISTS (SELECT 1 FROM buyer_opt_out_key o"
            + " WHERE o.shop_id = i.shop_id AND o.kind = i.kind AND o.key_hash = i.key_hash)";

    private final Sql sql;
    private final PrivacyEvents events;
    private final Event<BuyerOptedOut> optedOut;

    OptOuts(Sql sql, PrivacyEvents events, Event<BuyerOptedOut> optedOut) {
        this.sql = sql;
        this.events = events;
        this.optedOut = optedOut;
    }

    /**
     * Records an opt-out. Who opted out already stays so, as it was recorded then.
     *
     * @param staffId who recorded it, null for what followed by itself
     */
    public void record(long shopId, long buyerId, String reason, Long staffId, Instant now) {
        sql.update(
                "UPDATE buyer SET opted_out = TRUE, updated_at = ?, version = version + 1"
                        + " WHERE shop_id = ? AND id = ? AND opted_out = FALSE",
                now,
                shopId,
                buyerId);
        remember(shopId, List.of(buyerId), now);
        Optional<PrivacyEvents.Event> before = events.findLatest(shopId, buyerId, PrivacyEventKind.OPT_OUT);
        // Said again of a person who has become more since, it holds for all of it, whatever is parted again.
        if (before.isEmpty() || hasGrownSince(shopId, buyerId, before.get().at())) {
            events.add(shopId, buyerId, new PrivacyEvents.Event(PrivacyEventKind.OPT_OUT, reason, staffId, now));
        }
        optedOut.fire(new BuyerOptedOut(shopId, buyerId));
    }

    private boolean hasGrownSince(long shopId, long buyerId, Instant time) {
        return sql.first(
                        "SELECT 1 AS n FROM buyer_merge WHERE shop_id = ? AND kept_id = ? AND undone_at IS NULL"
                                + " AND made_at > ? LIMIT 1",
                        row -> row.intAt("n"),
                        shopId,
                        buyerId,
                        time)
                .isPresent();
    }

    /** Remembers the keys of those of these buyers who opted out. */
    void remember(long shopId, List<Long> buyers, Instant now) {
        for (List<Long> some : InLists.of(buyers)) {
            sql.update(REMEMBER.formatted(Sql.places(some.size())), InLists.params(some, now, shopId));
        }
    }

    /** Opts out whom orders brought under a key of somebody who opted out. */
    void apply(BuyerMatches matches, Instant now) {
        long shopId = matches.shopId();
        if (matches.claims().isEmpty() || !hasAny(shopId)) {
            return;
        }
        Map<IdentityKey, Set<Long>> claimants = new HashMap<>();
        Map<IdentityKind, Set<IdentityKey>> keys = new EnumMap<>(IdentityKind.class);
        matches.claims()
                .forEach((buyer, claimed) -> claimed.forEach(key -> {
                    claimants.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(buyer);
                    keys.computeIfAbsent(key.kind(), k -> new LinkedHashSet<>()).add(key);
                }));
        Set<Long> hit = new LinkedHashSet<>();
        keys.forEach((kind, some) -> known(shopId, kind, some).forEach(key -> hit.addAll(claimants.get(key))));
        hit.forEach(buyer -> record(shopId, buyer, KNOWN_BY_KEY, null, now));
        remember(shopId, List.copyOf(matches.claims().keySet()), now);
    }

    private boolean hasAny(long shopId) {
        return sql.first(
                        "SELECT 1 AS n FROM buyer_opt_out_key WHERE shop_id = ? LIMIT 1", row -> row.intAt("n"), shopId)
                .isPresent();
    }

    private List<IdentityKey> known(long shopId, IdentityKind kind, Set<IdentityKey> keys) {
        List<IdentityKey> known = new ArrayList<>();
        for (List<IdentityKey> some : InLists.of(keys)) {
            List<byte[]> hashes = some.stream().map(IdentityKey::bytes).toList();
            sql.forEach(
                    "SELECT key_hash FROM buyer_opt_out_key WHERE shop_id = ? AND kind = ? AND key_hash IN ("
                            + Sql.places(some.size()) + ")",
                    row -> known.add(new IdentityKey(kind, row.bytesAt("key_hash"))),
                    InLists.params(hashes, shopId, kind));
        }
        return known;
    }
}
