package io.siyu.buyer.person;

import io.siyu.buyer.contact.ContactTimes;
import io.siyu.buyer.contact.PersonalField;
import io.siyu.buyer.match.BuyerDetails;
import io.siyu.buyer.match.BuyerMatches;
import io.siyu.platform.privacy.FieldEncryption;
import io.siyu.platform.sql.BulkInsert;
import io.siyu.platform.sql.BulkUpdate;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stores what orders tell about their buyers. */
@ApplicationScoped
public class BuyerRegistry {
    private static final BulkUpdate.Change CHANGE = new BulkUpdate.Change(
            "buyer",
            List.of("shop_id", "id"),
            List.of(
                    BulkUpdate.Column.takenIfMissing("platform_id"),
                    BulkUpdate.Column.takenIfGiven("name_enc"),
                    BulkUpdate.Column.takenIfGiven("phone_enc"),
                    BulkUpdate.Column.takenIfGiven("email_enc"),
                    BulkUpdate.Column.takenIfGiven("address_enc"),
                    BulkUpdate.Column.takenIfGiven("contact_hash"),
                    BulkUpdate.Column.takenIfGiven("contact_at"),
                    BulkUpdate.Column.taken("updated_at")));
    private static final String LACKING = PersonalField.BY_COLUMN.keySet().stream()
            .map(column -> column + " IS NULL AS lacks_" + column)
            .collect(Collectors.joining(", "));
    private static final BulkInsert.Table BUYERS = new BulkInsert.Table("buyer", with(CHANGE.names(), "created_at"));
    private static final BulkInsert.Table KEYS =
            BulkInsert.Table.of("buyer_identity", "shop_id", "kind", "key_hash", "buyer_id");

    private final Sql sql;
    private final BulkInsert bulk;
    private final BulkUpdate changes;
    private final FieldEncryption encryption;
    private final OptOuts optOuts;
    private final ContactTimes contactTimes;

    BuyerRegistry(
            Sql sql,
            BulkInsert bulk,
            BulkUpdate changes,
            FieldEncryption encryption,
            OptOuts optOuts,
            ContactTimes contactTimes) {
        this.contactTimes = contactTimes;
        this.sql = sql;
        this.bulk = bulk;
        this.changes = changes;
        this.optOuts = optOuts;
        this.encryption = encryption;
    }

    /**
     * A buyer's contact as it is stored, without the contact itself.
     *
     * @param at the time of the latest order that may have said so
     */
    private record Stored(byte[] hash, Instant at, boolean hasPlatformId, Set<String> lacking) {
        /** What an order that is not newer says and the newer ones did not. */
        BuyerDetails lackingOf(BuyerDetails said) {
            return new BuyerDetails(
                    null,
                    lacking.contains(PersonalField.PHONE) ? said.phone() : null,
                    lacking.contains(PersonalField.EMAIL) ? said.email() : null,
                    lacking.contains(PersonalField.NAME) ? said.name() : null,
                    lacking.contains(PersonalField.ADDRESS) ? said.address() : null);
        }

        boolean isOlderThan(BuyerMatches.Contact contact) {
            return at == null || !contact.at().isBefore(at);
        }

        /** Orders that said the same as before left the stored time as it was. */
        Stored confirmedAt(Instant order) {
            return at == null || at.isBefore(order) ? new Stored(hash, order, hasPlatformId, lacking) : this;
        }
    }

    /**
     * What is to be stored of the buyers of a batch of orders.
     *
     * @param touched buyers who are stored already and of whom the orders say something that may be new
     */
    public record Prepared(
            BuyerMatches matches,
            BulkInsert.Prepared buyers,
            BulkInsert.Prepared keys,
            Set<Long> touched,
            Instant now) {}

    /** Puts together what is to be stored, without looking into the database. Ends what the matches learn. */
    public Prepared prepare(BuyerMatches matches, Instant now) {
        Set<Long> touched = matches.touched();
        List<Object[]> buyers = new ArrayList<>();
        for (long buyer : matches.newBuyers()) {
            buyers.add(
                    with(Arrays.asList(rowOf(matches, buyer, null, now)), now).toArray());
            touched.remove(buyer);
        }
        // In the sequence of the index that they go to, neighbours find its pages at hand.
        List<Object[]> keys = matches.newKeys().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(e -> new Object[] {
                    matches.shopId(), e.getKey().kind(), e.getKey().bytes(), e.getValue()
                })
                .toList();
        matches.end();
        return new Prepared(matches, bulk.prepare(BUYERS, buyers), bulk.prepare(KEYS, keys), touched, now);
    }

    /** Stores new buyers and new keys: rows that no other batch has to do with. */
    public void insert(Prepared prepared) {
        bulk.insert(prepared.buyers());
        bulk.insert(prepared.keys());
    }

    /** Stores what is newer than is known of buyers who are stored. To be called when all earlier batches are committed. */
    public void update(Prepared prepared) {
        BuyerMatches matches = prepared.matches();
        Map<Long, Stored> stored = stored(matches, List.copyOf(prepared.touched()));
        List<Object[]> updates = new ArrayList<>();
        for (long buyer : prepared.touched()) {
            Object[] row = rowOf(matches, buyer, stored.get(buyer), prepared.now());
            if (row != null) {
                updates.add(row);
            }
        }
        changes.update(CHANGE, updates);
    }

    /** Sees to it that nobody who opted out comes back as somebody new. To be called when all buyers are saved. */
    public void applyOptOuts(Prepared prepared) {
        optOuts.apply(prepared.matches(), prepared.now());
    }

    private Map<Long, Stored> stored(BuyerMatches matches, List<Long> ids) {
        Map<Long, Stored> stored = new HashMap<>();
        for (List<Long> some : InLists.of(ids)) {
            sql.forEach(
                    "SELECT id, contact_hash, contact_at, platform_id IS NOT NULL AS has_platform_id, "
                            + LACKING + " FROM buyer"
                            + " WHERE shop_id = ? AND id IN (" + Sql.places(some.size()) + ")",
                    row -> stored.put(
                            row.longAt("id"),
                            new Stored(
                                    row.bytesAt("contact_hash"),
                                    row.instantAt("contact_at"),
                                    row.booleanAt("has_platform_id"),
                                    lacking(row))),
                    InLists.params(some, matches.shopId()));
        }
        List<Long> contested = ids.stream()
                .filter(id -> stored.containsKey(id) && saysOtherwise(matches, id, stored.get(id)))
                .toList();
        contactTimes
                .latest(matches.shopId(), contested)
                .forEach((buyer, latest) -> stored.computeIfPresent(buyer, (id, known) -> known.confirmedAt(latest)));
        return stored;
    }

    private static Set<String> lacking(ResultRow row) throws SQLException {
        Set<String> lacking = new HashSet<>();
        for (Map.Entry<String, String> field : PersonalField.BY_COLUMN.entrySet()) {
            if (row.booleanAt("lacks_" + field.getKey())) {
                lacking.add(field.getValue());
            }
        }
        return lacking;
    }

    private boolean saysOtherwise(BuyerMatches matches, long buyer, Stored stored) {
        BuyerMatches.Contact contact = matches.contacts().get(buyer);
        return contact != null
                && stored.hash() != null
                && stored.isOlderThan(contact)
                && !Arrays.equals(matches.contactHashOf(contact.latest()), stored.hash());
    }

    /** Null if there is nothing new to store. */
    private Object[] rowOf(BuyerMatches matches, long buyer, Stored stored, Instant now) {
        long shopId = matches.shopId();
        String platformId = matches.platformIds().get(buyer);
        BuyerMatches.Contact contact = matches.contacts().get(buyer);
        byte[] hash = contact == null ? null : matches.contactHashOf(contact.latest());
        boolean isSame = contact != null && stored != null && Arrays.equals(hash, stored.hash());
        boolean isNewer = contact != null && !isSame && (stored == null || stored.isOlderThan(contact));
        boolean addsPlatformId = platformId != null && (stored == null || !stored.hasPlatformId());
        BuyerDetails shown = BuyerDetails.NOTHING;
        if (isNewer) {
            shown = contact.merged();
        } else if (contact != null) {
            shown = stored.lackingOf(contact.merged());
        }
        if (stored != null && !isNewer && !addsPlatformId && !shown.hasContact()) {
            return null;
        }
        return new Object[] {
            shopId,
            buyer,
            platformId,
            encryption.encrypt(shopId, PersonalField.NAME, shown.name()),
            encryption.encrypt(shopId, PersonalField.PHONE, shown.phone()),
            encryption.encrypt(shopId, PersonalField.EMAIL, shown.email()),
            encryption.encrypt(shopId, PersonalField.ADDRESS, shown.address()),
            isNewer ? hash : null,
            isNewer ? contact.at() : null,
            now
        };
    }

    private static <T> List<T> with(List<T> some, T another) {
        return Stream.concat(some.stream(), Stream.of(another)).toList();
    }
}
