package io.siyu.webhook;

import io.siyu.platform.privacy.DocumentEncryption;
import io.siyu.platform.privacy.person.PersonWords;
import io.siyu.platform.privacy.search.SearchedPlace;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * What platforms sent of a person who was erased goes, once it is worked; what still waits is worked without the person.
 */
@ApplicationScoped
class SearchedDeliveries implements SearchedPlace {
    private static final int ROWS_A_STEP = 100;
    private static final long BYTES_A_STEP = 4 << 20;
    private static final String TABLE = "hook_delivery";
    private static final String DELIVERIES =
            "SELECT d.id, d.status, d.reason, d.body_enc, o.buyer_id FROM hook_delivery d"
                    + " LEFT JOIN shop_order o ON o.shop_id = d.shop_id AND o.order_no = d.order_no WHERE d.shop_id = ?";

    private final Sql sql;
    private final DocumentEncryption documents;

    SearchedDeliveries(Sql sql, DocumentEncryption documents) {
        this.sql = sql;
        this.documents = documents;
    }

    private record Size(long id, long bytes) {}

    /** Those behind one delivery, up to another. */
    private record Page(long after, long last, boolean isEnd) {}

    private record Delivery(long id, HookStatus status, String reason, byte[] sealedBody, Long buyerId) {
        static Delivery of(ResultRow row) throws SQLException {
            return new Delivery(
                    row.longAt("id"),
                    row.enumAt("status", HookStatus.class),
                    row.textAt("reason"),
                    row.bytesAt("body_enc"),
                    row.nullableLongAt("buyer_id"));
        }
    }

    @Override
    public String name() {
        return TABLE;
    }

    @Override
    public Set<String> columns() {
        return Set.of(TABLE + ".body_enc", TABLE + ".reason");
    }

    @Override
    public Step search(long shopId, PersonWords words, String after) {
        Page page = next(shopId, after == null ? 0 : Long.parseLong(after));
        List<Delivery> rows = sql.list(
                DELIVERIES + " AND d.id > ? AND d.id <= ? ORDER BY d.id",
                Delivery::of,
                shopId,
                page.after(),
                page.last());
        int found = 0;
        for (Delivery row : rows) {
            if (names(shopId, row, words)) {
                // As it is now: the worker may just have finished it.
                found += sql.first(DELIVERIES + " AND d.id = ? FOR UPDATE", Delivery::of, shopId, row.id())
                                .filter(now -> forget(shopId, now, words))
                                .isPresent()
                        ? 1
                        : 0;
            }
        }
        return new Step(page.isEnd() ? null : Long.toString(page.last()), rows.size(), found);
    }

    /** As many as there is room for: a body may have 2 MB. */
    private Page next(long shopId, long after) {
        List<Size> sizes = sql.list(
                "SELECT id, body_bytes FROM hook_delivery WHERE shop_id = ? AND id > ? ORDER BY id LIMIT ?",
                row -> new Size(row.longAt("id"), row.longAt("body_bytes")),
                shopId,
                after,
                ROWS_A_STEP);
        long last = after;
        long bytes = 0;
        for (Size size : sizes) {
            if (bytes >= BYTES_A_STEP) {
                return new Page(after, last, false);
            }
            last = size.id();
            bytes += size.bytes();
        }
        return new Page(after, last, sizes.size() < ROWS_A_STEP);
    }

    private boolean names(long shopId, Delivery row, PersonWords words) {
        return row.reason() != null
                        && !words.blank(row.reason(), isOwn(row, words)).equals(row.reason())
                || row.sealedBody() != null && (isOwn(row, words) || words.areInJson(body(shopId, row)));
    }

    private boolean forget(long shopId, Delivery row, PersonWords words) {
        byte[] left = row.status() == HookStatus.RECEIVED && row.sealedBody() != null
                ? documents.seal(
                        shopId,
                        HookDeliveryRepository.BODY,
                        row.id(),
                        words.blankJson(body(shopId, row), false).getBytes(StandardCharsets.UTF_8))
                : null;
        return sql.update(
                        "UPDATE hook_delivery SET body_enc = ?, reason = ? WHERE shop_id = ? AND id = ?",
                        left,
                        words.blank(row.reason(), isOwn(row, words)),
                        shopId,
                        row.id())
                == 1;
    }

    private static boolean isOwn(Delivery row, PersonWords words) {
        return row.buyerId() != null && words.isOf(row.buyerId());
    }

    /** Empty for one that does not decrypt: its worker tells of it. */
    private String body(long shopId, Delivery row) {
        try {
            return new String(
                    documents.open(shopId, HookDeliveryRepository.BODY, row.id(), row.sealedBody()),
                    StandardCharsets.UTF_8);
        } catch (IllegalStateException e) {
            return "";
        }
    }
}
