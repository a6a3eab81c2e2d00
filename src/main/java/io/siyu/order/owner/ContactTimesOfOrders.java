package io.siyu.order.owner;

import io.siyu.buyer.contact.ContactTimes;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ApplicationScoped
class ContactTimesOfOrders implements ContactTimes {
    private final Sql sql;

    ContactTimesOfOrders(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<Long, Instant> latest(long shopId, Collection<Long> buyers) {
        Map<Long, Instant> latest = new HashMap<>();
        for (List<Long> some : InLists.of(buyers)) {
            sql.forEach(
                    "SELECT buyer_id, MAX(created_at) AS latest FROM shop_order WHERE shop_id = ? AND says_contact"
                            + " AND buyer_id IN (" + Sql.places(some.size()) + ") GROUP BY buyer_id",
                    row -> latest.put(row.longAt("buyer_id"), row.instantAt("latest")),
                    InLists.params(some, shopId));
        }
        return latest;
    }
}
