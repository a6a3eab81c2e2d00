package io.siyu.campaign.comment;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignService;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.campaign.timeline.CampaignTimeline;
import io.siyu.campaign.timeline.Happening;
import io.siyu.campaign.timeline.TimelineKind;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.caller.Found;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;

/** What members say about a campaign. */
@ApplicationScoped
public class CommentService {
    private final CampaignService campaigns;
    private final CampaignPostRepository posts;
    private final CampaignCommentRepository comments;
    private final CampaignTimeline timeline;
    private final Clock clock;

    public CommentService(
            CampaignService campaigns,
            CampaignPostRepository posts,
            CampaignCommentRepository comments,
            CampaignTimeline timeline,
            Clock clock) {
        this.campaigns = campaigns;
        this.posts = posts;
        this.comments = comments;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 for a post of another campaign, and a line of no post */
    @Transactional
    public CommentResponse write(Id id, CommentRequest request) {
        Found<Campaign> found = campaigns.find(id);
        Campaign campaign = found.thing();
        requireItsPost(campaign, request);
        Actor by = Actor.of(found.member());
        CampaignComment comment = new CampaignComment(
                campaign,
                request.postId() == null ? null : request.postId().value(),
                request.line(),
                by,
                request.text().strip(),
                clock.instant());
        comments.persist(comment);
        timeline.add(
                campaign,
                by,
                comment.writtenAt(),
                Happening.of(TimelineKind.COMMENT, request.postId(), null, comment.text()));
        return CommentResponse.from(comment);
    }

    private void requireItsPost(Campaign campaign, CommentRequest request) {
        if (request.postId() == null) {
            if (request.line() != null) {
                throw ErrorCode.VALIDATION_FAILED.problem("line", "NoPost", "Say of which post.");
            }
            return;
        }
        boolean its = posts.findIn(campaign.shopId(), request.postId().value())
                .filter(post -> !post.isDaily() && post.campaignId() == campaign.id())
                .isPresent();
        if (!its) {
            throw ErrorCode.VALIDATION_FAILED.problem("postId", "UnknownPost", "The campaign has no such post.");
        }
    }

    /** Oldest first. */
    public Page<CommentResponse> list(Id id, PageRequest page) {
        Campaign campaign = campaigns.find(id).thing();
        long after = page.cursor(1).map(cursor -> cursor.longAt(0)).orElse(0L);
        List<CampaignComment> rows = comments.listAfter(campaign.shopId(), campaign.id(), after, page.rowsToRead());
        return Page.of(rows, page.limit(), comment -> Cursor.of(comment.id())).map(CommentResponse::from);
    }
}
