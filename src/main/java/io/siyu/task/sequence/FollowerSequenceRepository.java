package io.siyu.task.sequence;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class FollowerSequenceRepository implements ShopOwnedRepository<FollowerSequence> {
    List<FollowerSequence> listAfter(long shopId, long afterId, int rows) {
        return find("shopId = ?1 and id > ?2 order by id", shopId, afterId)
                .range(0, rows - 1)
                .list();
    }

    /** In the order in which they were made. */
    List<FollowerSequence> listActive(long shopId, SequenceBasis basis) {
        return list("shopId = ?1 and status = ?2 and basis = ?3 order by id", shopId, SequenceStatus.ACTIVE, basis);
    }

    /** Since when the sequence waits that is due the longest. */
    Optional<Instant> findDueSince(Instant now) {
        return Optional.ofNullable(getEntityManager()
                .createQuery(
                        "select min(q.dueAt) from Shop s join FollowerSequence q on q.shopId = s.id and q.dueAt <= :now",
                        Instant.class)
                .setParameter("now", now)
                .getSingleResult());
    }

    /** Those with something to do, the longest due first. */
    List<Due> listDue(Collection<Long> shopIds, Instant now, int rows) {
        return shopIds.isEmpty()
                ? List.of()
                : find("shopId in ?1 and dueAt <= ?2 order by dueAt", shopIds, now)
                        .project(Due.class)
                        .range(0, rows - 1)
                        .list();
    }

    /** It is looked at again only then; all that is due stays so, and is made up for. */
    void putOff(Due one, Instant until) {
        update("dueAt = ?1 where shopId = ?2 and id = ?3 and dueAt < ?1", until, one.shopId(), one.id());
    }

    /** Those of a shop are looked at again at once. */
    void wake(long shopId, Instant now) {
        update("dueAt = ?1 where shopId = ?2 and status = ?3 and dueAt > ?1", now, shopId, SequenceStatus.ACTIVE);
    }

    /** A sequence, and nothing that it says: one that cannot be read keeps no other waiting. */
    record Due(long shopId, long id) {}
}
