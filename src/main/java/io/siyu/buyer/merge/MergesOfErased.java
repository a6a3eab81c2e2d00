package io.siyu.buyer.merge;

import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** Takes out of merges what they have kept of a person who is erased. */
@ApplicationScoped
public class MergesOfErased {
    private final Sql sql;

    MergesOfErased(Sql sql) {
        this.sql = sql;
    }

    /** @param buyerIds the person's buyer, and whoever was merged into it */
    public void forget(long shopId, List<Long> buyerIds) {
        Object[] params = InLists.params(buyerIds, shopId);
        String places = Sql.places(buyerIds.size());
        sql.update(
                "DELETE k FROM buyer_merge m JOIN buyer_merge_key k ON k.shop_id = m.shop_id AND k.merge_id = m.id"
                        + " WHERE m.shop_id = ? AND m.gone_id IN (" + places + ")",
                params);
        sql.update(
                "UPDATE buyer_merge SET kept_platform_id = NULL, name_enc = NULL, phone_enc = NULL, email_enc = NULL,"
                        + " address_enc = NULL, contact_hash = NULL, contact_at = NULL"
                        + " WHERE shop_id = ? AND kept_id IN (" + places + ")",
                params);
        for (String side : List.of("kept_id", "gone_id")) {
            sql.update(
                    "UPDATE buyer_merge SET reason = NULL, undone_reason = NULL WHERE shop_id = ? AND " + side + " IN ("
                            + places + ")",
                    params);
        }
    }
}
