package io.siyu.buyer.person;

import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who is one person by now. */
@ApplicationScoped
public class MergedBuyers {
    private final Sql sql;

    MergedBuyers(Sql sql) {
        this.sql = sql;
    }

    /** The buyer and all who went up in it, also by way of others. */
    public List<Long> of(long shopId, long buyerId) {
        Set<Long> all = new LinkedHashSet<>();
        List<Long> next = List.of(buyerId);
        while (!next.isEmpty()) {
            all.addAll(next);
            List<Long> gone = new ArrayList<>();
            for (List<Long> some : InLists.of(next)) {
                gone.addAll(sql.list(
                        "SELECT gone_id FROM buyer_merge WHERE shop_id = ? AND undone_at IS NULL AND kept_id IN ("
                                + Sql.places(some.size()) + ")",
                        row -> row.longAt("gone_id"),
                        InLists.params(some, shopId)));
            }
            next = gone;
        }
        return List.copyOf(all);
    }
}
