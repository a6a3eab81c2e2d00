package io.siyu.buyer;

import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;

/** What is known of one buyer besides the buyer itself. */
@ApplicationScoped
class PortraitRepository {
    private static final int MOST_MERGES = 100;

    private final Sql sql;

    PortraitRepository(Sql sql) {
        this.sql = sql;
    }

    /** @param orders how many orders came with the gone buyer */
    record Merge(long id, long goneId, String provedBy, int orders, Instant madeAt, Instant undoneAt) {}

    /** What was merged into the buyer, newest first. */
    List<Merge> listMerges(Buyer buyer) {
        return sql.list(
                "SELECT id, gone_id, proved_by, orders, made_at, undone_at FROM buyer_merge"
                        + " WHERE shop_id = ? AND kept_id = ? ORDER BY id DESC LIMIT ?",
                row -> new Merge(
                        row.longAt("id"),
                        row.longAt("gone_id"),
                        row.textAt("proved_by"),
                        row.intAt("orders"),
                        row.instantAt("made_at"),
                        row.instantAt("undone_at")),
                buyer.shopId(),
                buyer.id(),
                MOST_MERGES);
    }
}
