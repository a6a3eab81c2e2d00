package io.siyu.buyer;

import io.siyu.buyer.BuyerPortraitResponse.Merge;
import io.siyu.buyer.match.IdentityKind;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** What is known of one buyer besides the buyer itself. */
@ApplicationScoped
class PortraitRepository {
    private static final int MOST_MERGES = 100;

    private final Sql sql;

    PortraitRepository(Sql sql) {
        this.sql = sql;
    }

    /** What was merged into the buyer, newest first. */
    List<Merge> listMerges(Buyer buyer) {
        return sql.list(
                "SELECT id, gone_id, proved_by, orders, made_at, undone_at FROM buyer_merge"
                        + " WHERE shop_id = ? AND kept_id = ? ORDER BY id DESC LIMIT ?",
                row -> new Merge(
                        Id.of(row.longAt("id")),
                        Id.of(row.longAt("gone_id")),
                        IdentityKind.listOf(row.textAt("proved_by")),
                        row.intAt("orders"),
                        row.instantAt("made_at"),
                        row.instantAt("undone_at")),
                buyer.shopId(),
                buyer.id(),
                MOST_MERGES);
    }
}
