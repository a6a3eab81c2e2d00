package io.siyu.buyer;

import io.siyu.buyer.contact.FullContact;
import io.siyu.buyer.contact.PersonalField;
import io.siyu.platform.privacy.FieldEncryption;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
public class BuyerRepository {
    private static final String COLUMNS =
            "SELECT b.shop_id, b.id, b.platform_id, b.orders, b.purchase_days, b.first_day,"
                    + " b.last_day, b.net_spend, b.tier, b.tier_since, b.opted_out, b.name_enc,"
                    + " b.phone_enc, b.email_enc, b.merged_into, b.erased_at FROM buyer b ";

    private final Sql sql;
    private final FieldEncryption encryption;
    private final BuyersOnAccounts onAccounts;

    BuyerRepository(Sql sql, FieldEncryption encryption, BuyersOnAccounts onAccounts) {
        this.onAccounts = onAccounts;
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
                row -> FullContact.read(shopId, row, encryption),
                shopId,
                id);
    }

    /** Whether the buyer follows one of this person's accounts, or is to be invited by one. */
    public boolean isOnAccountOf(Buyer buyer, long staffId) {
        SqlFragment query = SqlFragment.of(
                        "SELECT b.id FROM buyer b WHERE b.shop_id = ? AND b.id = ? AND ", buyer.shopId(), buyer.id())
                .add(onAccounts.ownedBy(staffId));
        return sql.first(query, row -> row.longAt("id")).isPresent();
    }

    /** In the order of their ids. */
    List<Buyer> listAfter(BuyerFilter filter, long afterId, int rows) {
        return sql.list(
                SqlFragment.of(COLUMNS + "WHERE b.shop_id = ? AND b.id > ?", filter.shopId(), afterId)
                        .add(conditions(filter))
                        .add(" ORDER BY b.id LIMIT ?", rows),
                this::read);
    }

    /** Those whose platform id begins so, in the order of their platform ids. */
    List<Buyer> listByPlatformId(BuyerFilter filter, String afterPlatformId, long afterId, int rows) {
        String prefix = filter.query().replaceAll("[!%_]", "!$0") + '%';
        SqlFragment query = SqlFragment.of(
                        COLUMNS + "WHERE b.shop_id = ? AND b.platform_id LIKE ? ESCAPE '!'", filter.shopId(), prefix)
                .add(conditions(filter));
        if (afterId > 0) {
            query = query.add(
                    " AND b.platform_id >= ? AND (b.platform_id > ? OR b.id > ?)",
                    afterPlatformId,
                    afterPlatformId,
                    afterId);
        }
        return sql.list(query.add(" ORDER BY b.platform_id, b.id LIMIT ?", rows), this::read);
    }

    /** These buyers, as far as the filter's tier and owner let them through. */
    List<Buyer> listAmong(BuyerFilter filter, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        SqlFragment query = SqlFragment.named(
                COLUMNS + "WHERE b.shop_id = :shop AND b.id IN (:ids)", Map.of("shop", filter.shopId(), "ids", ids));
        return sql.list(query.add(conditions(filter)).add(" ORDER BY b.id"), this::read);
    }

    private SqlFragment conditions(BuyerFilter filter) {
        SqlFragment where = SqlFragment.of(" AND b.merged_into IS NULL");
        if (filter.tier() != null) {
            where = where.add(" AND b.tier = ?", filter.tier());
        }
        if (filter.ownerStaffId() != null) {
            where = where.add(" AND ").add(onAccounts.ownedBy(filter.ownerStaffId()));
        }
        return where.add(" AND ").add(filter.condition());
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
                row.booleanAt("opted_out"),
                encryption.decrypt(shopId, PersonalField.NAME, row.bytesAt("name_enc")),
                encryption.decrypt(shopId, PersonalField.PHONE, row.bytesAt("phone_enc")),
                encryption.decrypt(shopId, PersonalField.EMAIL, row.bytesAt("email_enc")),
                row.nullableLongAt("merged_into"),
                row.instantAt("erased_at"));
    }
}
