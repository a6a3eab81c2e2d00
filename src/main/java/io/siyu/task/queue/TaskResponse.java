package io.siyu.task.queue;

import io.siyu.campaign.post.MomentNumber;
import io.siyu.content.material.MediaItem;
import io.siyu.follower.contact.ContactRule;
import io.siyu.platform.ids.Id;
import io.siyu.task.ExpiryReason;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskStatus;
import io.siyu.task.TaskSubject;

import java.time.Instant;
import java.util.List;

/**
 * A task with all that its holder needs on a phone.
 *
 * @param visibleTo the group of friends that sees the moment, or the group chat; null for everyone
 * @param mentions who is told of the post by name, in words that staff understand
 * @param momentNo of a moment: which it is of all that are planned for its account on its day; null for what is no
 *     moment, or is no longer wanted
 * @param momentCount how many those are
 * @param subject what it is about, where it is done or what it follows; null for what is of a post or a follower alone
 * @param validUntil after which it expires
 * @param openedLate whether it opened noticeably later than it was to, such as after a downtime
 * @param waiting which limit a planned one waits for beyond its time; null for none
 * @param priority among tasks due at the same time the lower comes first
 * @param scriptVersion which version of the script it says
 * @param closedAt when it was done, by the device, or otherwise ended
 * @param reason why it was skipped or expired, or why not all its recipients were written to
 * @param reasonCode why it expired; null for what did not
 * @param assignee whose work it is; null is the shop's pool
 * @param holder who works on it, or closed it
 * @param changedAt when its script or time last changed after the task was made, with changeNote
 */
public record TaskResponse(
        Id id,
        Id shopId,
        TaskKind kind,
        TaskStatus status,
        String title,
        String visibleTo,
        List<String> mentions,
        Integer momentNo,
        Integer momentCount,
        String copy,
        String firstComment,
        String staffNotes,
        List<MediaItem> media,
        AccountRef account,
        CampaignRef campaign,
        Id postId,
        Id scriptId,
        Integer scriptVersion,
        FollowerRef follower,
        Subject subject,
        Instant opensAt,
        Instant dueAt,
        Instant validUntil,
        Instant openedAt,
        boolean openedLate,
        Waiting waiting,
        boolean overdue,
        int priority,
        StaffRef assignee,
        StaffRef holder,
        Instant leaseUntil,
        Instant snoozedUntil,
        Instant changedAt,
        String changeNote,
        Instant closedAt,
        String reason,
        ExpiryReason reasonCode,
        Completion completion,
        RecipientCounts recipientCounts,
        int version) {

    public record AccountRef(Id id, String name, String persona) {}

    /**
     * What keeps it from opening at its time.
     *
     * @param since from when on the limit has been reached; null if nobody knows
     * @param until when it is looked at again
     */
    public record Waiting(ContactRule limit, Instant since, Instant until) {}

    /** @param day 1 to 3 */
    public record CampaignRef(Id id, String name, Integer day) {}

    public record StaffRef(Id id, String displayName) {}

    /** Who is to be added. */
    public record FollowerRef(Id id, Id buyerId, String platformId, String remark) {}

    /**
     * What a task is about that is neither a post nor a follower.
     *
     * @param link where it is found, such as /campaigns/1
     */
    public record Subject(TaskSubject kind, Id id, String link) {
        static Subject of(TaskSubject kind, Id id) {
            return new Subject(
                    kind,
                    id,
                    switch (kind) {
                        case CAMPAIGN -> "/campaigns/" + id;
                        case FEEDBACK -> "/feedback/" + id;
                        case TASK -> "/tasks/" + id;
                    });
        }
    }

    /**
     * What its holder reported.
     *
     * @param scriptVersion the version that was seen
     * @param late whether it was told after the task had expired
     */
    public record Completion(
            CompleteTaskRequest.Result result,
            List<Id> proofMaterialIds,
            Integer scriptVersion,
            Instant reportedAt,
            boolean late) {}

    /** How many followers are in which state; all zero for a task that is no private message. */
    public record RecipientCounts(int total, int pending, int sent, int failed, int skipped, int missed) {
        static final RecipientCounts NONE = new RecipientCounts(0, 0, 0, 0, 0, 0);
    }

    /** @param number null for a task that is no moment, or no longer wanted */
    TaskResponse with(FollowerRef who, RecipientCounts counts, MomentNumber number) {
        return new TaskResponse(
                id,
                shopId,
                kind,
                status,
                title,
                visibleTo,
                mentions,
                number == null ? null : number.no(),
                number == null ? null : number.count(),
                copy,
                firstComment,
                staffNotes,
                media,
                account,
                campaign,
                postId,
                scriptId,
                scriptVersion,
                who,
                subject,
                opensAt,
                dueAt,
                validUntil,
                openedAt,
                openedLate,
                waiting,
                overdue,
                priority,
                assignee,
                holder,
                leaseUntil,
                snoozedUntil,
                changedAt,
                changeNote,
                closedAt,
                reason,
                reasonCode,
                completion,
                counts,
                version);
    }
}
