package io.siyu.buyer;

import io.siyu.buyer.person.FullContact;
import io.siyu.buyer.person.PersonalField;
import io.siyu.buyer.standing.KeptCycle;
import io.siyu.platform.privacy.FieldEncryption;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class BuyerRepository {
    /** C_b = (span·I + 2·D) ÷ (I·(n + 1)), where the shop's cycle is D days over I intervals as of its last tiering. */
    private static final String OWN_CYCLE = "ROUND(CAST(DATEDIFF(b.last_day, b.first_day) * r.cycle_intervals"
            + " + 2 * r.cycle_days AS DECIMAL(38, 10)) / NULLIF(r.cycle_intervals * (b.purchase_days + 1), 0), 6)";

    private static final String COLUMNS =
            "SELECT b.shop_id, b.id, b.platform_id, b.orders, b.purchase_days, b.first_day,"
                    + " b.last_day, b.net_spend, b.tier, b.tier_since, b.opted_out, b.name_enc,"
                    + " b.phone_enc, b.email_enc, b.merged_into, b.erased_at, " + OWN_CYCLE + " AS own_cycle_days, "
                    + KeptCycle.DUE_DAY + " AS due_day FROM buyer b LEFT JOIN tier_run r ON r.shop_id = b.shop_id ";

    private static final String FOLLOWS = " EXISTS (SELECT 1 FROM follower f"
            + " JOIN account a ON a.shop_id = f.shop_id AND a.id = f.account_id"
            + " WHERE f.shop_id = b.shop_id AND f.buyer_id = b.id AND a.owner_staff_id = ?)";

    private final Sql sql;
    private final FieldEncryption encryption;

    BuyerRepository(Sql sql, FieldEncryption encryption) {
        this.sql = sql;
        this.encryption = encryption;
    }

    /** The buyer of this id in any of these shops, or the one that it was merged into. */
    public Optional<Buyer> findInAny(Collection<Long> shopIds, long id) {
        Optional<Buyer> buyer = findRow(shopIds, id);
        return buyer.map(Buyer::mergedInto).isEmpty()
                ? buyer
                : findInAny(List.of(buyer.get().shopId()), buyer.get().mergedInto());
    }

    private Optional<Buyer> findRow(Collection<Long> shopIds, long id) {
        return shopIds.isEmpty()
                ? Optional.empty()
                : sql.first(
                        COLUMNS + "WHERE b.id = ? AND b.shop_id IN (" + Sql.places(shopIds.size()) + ")",
                        this::read,
                        InLists.params(shopIds, id));
    }

    public Optional<FullContact> findContact(long shopId, long id) {
        return sql.first(
                "SELECT platform_id, name_enc, phone_enc, email_enc, address_enc FROM buyer WHERE shop_id = ? AND id = ?",
                row -> new FullContact(
                        row.textAt("platform_id"),
                        encryption.decrypt(shopId, PersonalField.NAME, row.bytesAt("name_enc")),
                        encryption.decrypt(shopId, PersonalField.PHONE, row.bytesAt("phone_enc")),
                        encryption.decrypt(shopId, PersonalField.EMAIL, row.bytesAt("email_enc")),
                        encryption.decrypt(shopId, PersonalField.ADDRESS, row.bytesAt("address_enc"))),
                shopId,
                id);
    }

    /** Whether the buyer follows one of this person's accounts, or is to be invited by one. */
    public boolean isOnAccountOf(Buyer buyer, long staffId) {
        return sql.first(
                        "SELECT b.id FROM buyer b WHERE b.shop_id = ? AND b.id = ? AND" + FOLLOWS,
                        row -> row.longAt("id"),
                        buyer.shopId(),
                        buyer.id(),
                        staffId)
                .isPresent();
    }

    /** In the order of their ids. */
    List<Buyer> listAfter(BuyerFilter filter, long afterId, int rows) {
        List<Object> params = new ArrayList<>(List.of(filter.shopId(), afterId));
        String where = conditions(filter, params);
        params.add(rows);
        return sql.list(
                COLUMNS + "WHERE b.shop_id = ? AND b.id > ?" + where + " ORDER BY b.id LIMIT ?",
                this::read,
                params.toArray());
    }

    /** Those whose platform id begins so, in the order of their platform ids. */
    List<Buyer> listByPlatformId(BuyerFilter filter, String afterPlatformId, long afterId, int rows) {
        String prefix = filter.query().replaceAll("[!%_]", "!$0") + '%';
        List<Object> params = new ArrayList<>(List.of(filter.shopId(), prefix));
        String where = conditions(filter, params);
        if (afterId > 0) {
            where += " AND b.platform_id >= ? AND (b.platform_id > ? OR b.id > ?)";
            params.addAll(List.of(afterPlatformId, afterPlatformId, afterId));
        }
        params.add(rows);
        return sql.list(
                COLUMNS + "WHERE b.shop_id = ? AND b.platform_id LIKE ? ESCAPE '!'" + where
                        + " ORDER BY b.platform_id, b.id LIMIT ?",
                this::read,
                params.toArray());
    }

    /** These buyers, as far as the filter's tier and owner let them through. */
    List<Buyer> listAmong(BuyerFilter filter, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Object> params = new ArrayList<>(List.of(filter.shopId()));
        params.addAll(ids);
        String where = conditions(filter, params);
        return sql.list(
                COLUMNS + "WHERE b.shop_id = ? AND b.id IN (" + Sql.places(ids.size()) + ")" + where + " ORDER BY b.id",
                this::read,
                params.toArray());
    }

    private static String conditions(BuyerFilter filter, List<Object> params) {
        String where = " AND b.merged_into IS NULL";
        if (filter.tier() != null) {
            where += " AND b.tier = ?";
            params.add(filter.tier());
        }
        if (filter.ownerStaffId() != null) {
            where += " AND" + FOLLOWS;
            params.add(filter.ownerStaffId());
        }
        params.addAll(filter.condition().params());
        return where + " AND " + filter.condition().text();
    }

    private Buyer read(ResultRow row) throws SQLException {
        long shopId = row.longAt("shop_id");
        return new Buyer(
                shopId,
                row.longAt("id"),
                row.textAt("platform_id"),
                row.intAt("orders"),
                row.intAt("purchase_days"),
                row.dayAt("first_day"),
                row.dayAt("last_day"),
                row.decimalAt("net_spend"),
                row.enumAt("tier", Tier.class),
                row.dayAt("tier_since"),
                row.decimalAt("own_cycle_days"),
                row.dayAt("due_day"),
                row.booleanAt("opted_out"),
                encryption.decrypt(shopId, PersonalField.NAME, row.bytesAt("name_enc")),
                encryption.decrypt(shopId, PersonalField.PHONE, row.bytesAt("phone_enc")),
                encryption.decrypt(shopId, PersonalField.EMAIL, row.bytesAt("email_enc")),
                row.nullableLongAt("merged_into"),
                row.instantAt("erased_at"));
    }
}
