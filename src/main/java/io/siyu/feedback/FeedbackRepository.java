package io.siyu.feedback;

import io.siyu.platform.ids.ShopOwnedRepository;
import org.hibernate.Session;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

@ApplicationScoped
public class FeedbackRepository implements ShopOwnedRepository<Feedback> {
    /** A shop's feedback, newest first, before the given id. */
    public List<Feedback> listBefore(long shopId, FeedbackFilter filter, long beforeId, int rows) {
        Map<Long, Feedback> newestFirst = new TreeMap<>(Comparator.reverseOrder());
        for (FeedbackFilter range : filter.ranges()) {
            listOfRange(shopId, range, beforeId, rows).forEach(feedback -> newestFirst.put(feedback.id(), feedback));
        }
        return newestFirst.values().stream().limit(rows).toList();
    }

    private List<Feedback> listOfRange(long shopId, FeedbackFilter filter, long beforeId, int rows) {
        StringBuilder query = new StringBuilder("shopId = ?1 and id < ?2");
        List<Object> params = new ArrayList<>(List.of(shopId, beforeId));
        narrow(query, params, "reporterStaffId", filter.reporter());
        narrow(query, params, "ownerStaffId", filter.owner());
        narrow(query, params, "status", filter.status());
        narrow(query, params, "kind", filter.kind());
        narrow(query, params, "subject.campaignId", filter.campaign());
        if (filter.overdueAt() != null) {
            params.add(filter.overdueAt());
            query.append(" and dueAt < ?").append(params.size());
            params.add(List.of(FeedbackStatus.NEW, FeedbackStatus.TRIAGED, FeedbackStatus.REOPENED));
            query.append(" and status in ?").append(params.size());
        }
        return find(query + " order by id desc", params.toArray())
                .range(0, rows - 1)
                .list();
    }

    /** What somebody answers for and is not closed, for nobody else to change meanwhile. */
    List<Feedback> lockOpenOf(long shopId, long owner, long after, int rows) {
        List<Long> ids = getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "SELECT id FROM feedback FORCE INDEX (feedback_owner) WHERE shop_id = ?1 AND owner_staff_id = ?2 AND id > ?3"
                                + " AND status <> ?4 ORDER BY id LIMIT ?5 FOR UPDATE",
                        Long.class)
                .setParameter(1, shopId)
                .setParameter(2, owner)
                .setParameter(3, after)
                .setParameter(4, FeedbackStatus.CONFIRMED.name())
                .setParameter(5, rows)
                .getResultList();
        return listIn(shopId, ids);
    }

    private static void narrow(StringBuilder query, List<Object> params, String field, Object value) {
        if (value != null) {
            params.add(value);
            query.append(" and ").append(field).append(" = ?").append(params.size());
        }
    }
}
