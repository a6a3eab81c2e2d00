package io.siyu.task;

import io.siyu.platform.ids.ShopOwnedRepository;
import org.hibernate.Session;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class TaskRepository implements ShopOwnedRepository<Task> {
    private static final List<TaskStatus> UNDONE = List.of(TaskStatus.PLANNED, TaskStatus.OPEN, TaskStatus.CLAIMED);

    /** The task as it is now, which nobody else changes before this transaction is over. */
    public Optional<Task> lockInAny(Collection<Long> shopIds, long id) {
        if (shopIds.isEmpty()) {
            return Optional.empty();
        }
        // Hibernate would lock "of" an alias, which MariaDB does not know. By any other index, or none, the databases
        // would wait for tasks that are not meant.
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "SELECT * FROM task FORCE INDEX (PRIMARY) WHERE shop_id IN (:shops) AND id = :id FOR UPDATE",
                        Task.class)
                .setParameterList("shops", shopIds)
                .setParameter("id", id)
                .uniqueResultOptional();
    }

    /**
     * What has been made of a subject, in the order in which it was, which nobody else changes before this transaction is
     * over.
     */
    public List<Task> lockOfSubject(long shopId, long subjectId) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "SELECT * FROM task FORCE INDEX (task_subject) WHERE shop_id = :shop AND subject_id = :subject"
                                + " ORDER BY id FOR UPDATE",
                        Task.class)
                .setParameter("shop", shopId)
                .setParameter("subject", subjectId)
                .list();
    }

    public List<Task> listUndoneOfFollowers(long shopId, Collection<Long> followerIds) {
        return list("shopId = ?1 and origin.followerId in ?2 and status in ?3", shopId, followerIds, UNDONE);
    }

    public List<Task> listOfCampaign(long shopId, long campaignId) {
        return list("shopId = ?1 and origin.campaignId = ?2", shopId, campaignId);
    }

    public List<Task> listOfCampaign(long shopId, long campaignId, Collection<TaskStatus> statuses) {
        return list("shopId = ?1 and origin.campaignId = ?2 and status in ?3", shopId, campaignId, statuses);
    }

    /** What is undone on an account, held or not. */
    public List<Task> listUndoneOn(long shopId, long accountId) {
        return list("shopId = ?1 and origin.accountId = ?2 and status in ?3", shopId, accountId, UNDONE);
    }

    /** Moments on an account that nobody has taken. */
    public List<Task> listOpenMomentsOn(long shopId, long accountId) {
        return list(
                "shopId = ?1 and origin.accountId = ?2 and status = ?3 and origin.kind = ?4",
                shopId,
                accountId,
                TaskStatus.OPEN,
                TaskKind.MOMENT);
    }

    /** What was made on an account of these posts. */
    public List<Task> listOfPostsOn(long shopId, long accountId, Collection<Long> postIds) {
        return postIds.isEmpty()
                ? List.of()
                : list("shopId = ?1 and origin.accountId = ?2 and origin.postId in ?3", shopId, accountId, postIds);
    }

    public List<Task> listOfPost(long shopId, long postId) {
        return list("shopId = ?1 and origin.postId = ?2", shopId, postId);
    }
}
