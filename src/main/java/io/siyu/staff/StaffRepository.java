package io.siyu.staff;

import io.siyu.platform.ids.ShopOwnedRepository;
import io.siyu.platform.problem.ErrorCode;
import org.hibernate.Session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

@ApplicationScoped
public class StaffRepository implements ShopOwnedRepository<Staff> {
    private static final List<StaffStatus> PRESENT = List.of(StaffStatus.INVITED, StaffStatus.ACTIVE);

    /**
     * Whoever goes by the name in the shop now; a name of somebody who left can be given again.
     *
     * @param username as it is kept, see {@link Username}
     */
    public Optional<Staff> findByUsername(long shopId, String username) {
        return find("shopId = ?1 and username = ?2 and status <> ?3 order by id", shopId, username, StaffStatus.LEFT)
                .firstResultOptional();
    }

    /** Everybody but those who left. */
    public List<Staff> listOf(long shopId) {
        return list("shopId = ?1 and status <> ?2 order by id", shopId, StaffStatus.LEFT);
    }

    /** @param status as it is at that instant; null for all but those who left */
    public List<Staff> listAfter(long shopId, StaffStatus status, Instant now, long afterId, int rows) {
        String id = "shopId = ?1 and id > ?2 and ";
        String order = " order by id";
        String away = "(absence.awayFrom <= ?4 and absence.awayUntil > ?4)";
        return (status == null
                        ? find(id + "status <> ?3" + order, shopId, afterId, StaffStatus.LEFT)
                        : switch (status) {
                            case AWAY ->
                                find(id + "status = ?3 and " + away + order, shopId, afterId, StaffStatus.ACTIVE, now);
                            case ACTIVE ->
                                find(
                                        id + "status = ?3 and (absence.awayFrom is null or not " + away + ")" + order,
                                        shopId,
                                        afterId,
                                        status,
                                        now);
                            case INVITED, INACTIVE, LEFT -> find(id + "status = ?3" + order, shopId, afterId, status);
                        })
                .range(0, rows - 1)
                .list();
    }

    /** Those of these ids in these shops. */
    public List<Staff> listAmong(Collection<Long> shopIds, Collection<Long> ids) {
        return shopIds.isEmpty() ? List.of() : list("shopId in ?1 and id in ?2 order by shopId", shopIds, ids);
    }

    /** Who is of the shop, those invited included. */
    public List<Staff> listPresent(long shopId) {
        return list("shopId = ?1 and status in ?2 order by id", shopId, PRESENT);
    }

    /**
     * That the person is still let in, and is not put out before the transaction ends: otherwise work could be taken
     * after a deactivation has freed all.
     *
     * @throws io.siyu.platform.problem.ProblemException 403 if the person is let in no more
     */
    public void requireActive(long shopId, long id) {
        Object status = getEntityManager()
                .createNativeQuery("SELECT status FROM staff WHERE shop_id = ?1 AND id = ?2 LOCK IN SHARE MODE")
                .setParameter(1, shopId)
                .setParameter(2, id)
                .getSingleResult();
        if (!StaffStatus.ACTIVE.name().equals(status)) {
            throw ErrorCode.FORBIDDEN.problem("You do not work in this shop any more.");
        }
    }

    /** The person, if work can be given to them; see {@link #lockWorking(long, Collection)}. */
    public Optional<Long> lockWorking(long shopId, long id) {
        return lockWorking(shopId, List.of(id)).stream().findFirst();
    }

    /**
     * Those of these people who can be given work, none of whom is put out before the transaction ends: otherwise somebody
     * could be given work after a deactivation has freed all. To be asked by whatever gives work to people, however it
     * came to know of them.
     */
    public Set<Long> lockWorking(long shopId, Collection<Long> ids) {
        Set<Long> working = new HashSet<>();
        // In one order: of two who lock several people none waits for the other in a circle.
        for (long id : new TreeSet<>(ids)) {
            getEntityManager()
                    .unwrap(Session.class)
                    .createNativeQuery(
                            "SELECT status, roles, login_roles FROM staff WHERE shop_id = ?1 AND id = ?2 LOCK IN SHARE MODE",
                            Tuple.class)
                    .setParameter(1, shopId)
                    .setParameter(2, id)
                    .getResultStream()
                    .filter(StaffRepository::isWorking)
                    .forEach(row -> working.add(id));
        }
        return working;
    }

    private static boolean isWorking(Tuple row) {
        return Staff.isWorking(
                StaffStatus.valueOf(row.get(0, String.class)), Staff.effectiveRoles(rolesAt(row, 1), rolesAt(row, 2)));
    }

    private static Set<String> rolesAt(Tuple row, int column) {
        return new RolesConverter().convertToEntityAttribute(row.get(column, String.class));
    }
}
