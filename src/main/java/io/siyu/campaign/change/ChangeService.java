package io.siyu.campaign.change;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignEdits;
import io.siyu.campaign.CampaignService;
import io.siyu.campaign.Edit;
import io.siyu.campaign.change.ChangeDrafts.Draft;
import io.siyu.campaign.change.PostChanges.Made;
import io.siyu.campaign.post.edit.PostResponse;
import io.siyu.campaign.post.rule.PostGate;
import io.siyu.content.RuleViolation;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.security.Role;
import io.siyu.shop.Shop;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Changes of campaigns that are under way: each is a content revision of its own, which takes effect once it is approved.
 * Until then the campaign goes on by what was approved before.
 */
@ApplicationScoped
public class ChangeService {
    private final CampaignService campaigns;
    private final CampaignChangeRepository changes;
    private final ChangeDrafts drafts;
    private final PostChanges posts;
    private final ChangeEffect effect;
    private final CampaignEdits edits;
    private final AuditTrail audit;
    private final Clock clock;

    public ChangeService(
            CampaignService campaigns,
            CampaignChangeRepository changes,
            ChangeDrafts drafts,
            PostChanges posts,
            ChangeEffect effect,
            CampaignEdits edits,
            AuditTrail audit,
            Clock clock) {
        this.campaigns = campaigns;
        this.changes = changes;
        this.drafts = drafts;
        this.posts = posts;
        this.effect = effect;
        this.edits = edits;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws io.siyu.platform.problem.ProblemException 409 unless the campaign is under way and no other change waits, for
     *     a post that has gone out, and for what would break a rule; 403 if anyone but an admin overrides
     */
    @Transactional
    public ChangeResponse propose(Id campaignId, ProposeChangeRequest request) {
        Found<Campaign> found = campaigns.find(campaignId);
        Member member = found.member();
        Campaign campaign = found.thing();
        if (request.overrides() && !member.has(Role.ADMIN)) {
            throw ErrorCode.FORBIDDEN.problem("Only an admin overrides the approvals.");
        }
        campaign.propose();
        List<Draft> wanted = drafts.of(campaign, request.edits());
        requireUndone(member.shop(), campaign, wanted);
        CampaignChange change =
                revise(member, campaign, wanted, request.reason().strip());
        effect.tell(campaign, change, Actor.of(member), request.reason());
        if (request.overrides()) {
            change.override();
            effect.take(member.shop(), campaign, change, Actor.of(member));
        }
        tell(change);
        changes.flush();
        return ChangeResponse.from(change);
    }

    private void requireUndone(Shop shop, Campaign campaign, List<Draft> wanted) {
        wanted.forEach(draft -> posts.whyNot(shop, campaign, draft.post(), draft.change())
                .ifPresent(why -> {
                    throw ErrorCode.STATE_CONFLICT.problem(why);
                }));
    }

    /** Makes it, to see what the campaign would be, keeps that as a revision, and takes it back until it is approved. */
    private CampaignChange revise(Member member, Campaign campaign, List<Draft> wanted, String reason) {
        Shop shop = member.shop();
        List<RuleViolation> before = posts.check(shop, campaign);
        List<Made> made = new ArrayList<>();
        List<ChangedPost> lineage = new ArrayList<>();
        for (Draft draft : wanted) {
            PostResponse was = PostResponse.from(draft.post(), shop.zone());
            made.add(posts.make(campaign, draft.post(), draft.change()));
            PostResponse is = PostResponse.from(draft.post(), shop.zone());
            lineage.add(draft.change()
                    .from(draft.change().kind() == ChangeKind.ADD ? null : was)
                    .to(draft.change().kind() == ChangeKind.DROP ? null : is));
        }
        List<RuleViolation> broken = posts.check(shop, campaign).stream()
                .filter(violation -> violation.isError() && !before.contains(violation))
                .toList();
        if (!broken.isEmpty()) {
            throw ErrorCode.GATE_UNMET.problem(
                    language -> "The posts of a campaign that is " + campaign.status() + " keep the rules.",
                    language -> PostGate.broken(broken, language));
        }
        edits.tell(campaign, Edit.CONTENT, campaign.status(), Actor.of(member));
        posts.takeBack(made);
        CampaignChange change = new CampaignChange(campaign, reason, lineage, Actor.of(member), clock.instant());
        changes.persist(change);
        return change;
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 for one that does not wait any more */
    @Transactional
    public ChangeResponse withdraw(Id campaignId, Id changeId, WithdrawChangeRequest request) {
        Found<Campaign> found = campaigns.find(campaignId);
        CampaignChange change = changes.findIn(found.thing().shopId(), changeId.value())
                .filter(one -> one.campaignId() == campaignId.value())
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such change."));
        if (change.status() != ChangeStatus.PROPOSED) {
            throw ErrorCode.STATE_CONFLICT.problem("The change is " + change.status() + ".");
        }
        effect.settle(
                found.thing(),
                change,
                ChangeStatus.WITHDRAWN,
                Actor.of(found.member()),
                request.reason().strip());
        tell(change);
        return ChangeResponse.from(change);
    }

    /** Without what people typed, which the change itself keeps. */
    private void tell(CampaignChange change) {
        audit.record(Act.on(change.shopId(), "campaign-change", change.id())
                .to(Map.of(
                        "campaign",
                        Id.of(change.campaignId()),
                        "status",
                        change.status(),
                        "contentRevision",
                        change.contentRevision(),
                        "overridden",
                        change.isOverridden())));
    }

    /** Oldest first. */
    public List<ChangeResponse> list(Id campaignId) {
        Campaign campaign = campaigns.find(campaignId).thing();
        return changes.listOf(campaign.shopId(), campaign.id()).stream()
                .map(ChangeResponse::from)
                .toList();
    }
}
