package io.siyu.campaign.lifecycle;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignRepository;
import io.siyu.campaign.CampaignResponse;
import io.siyu.campaign.CampaignService;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.gate.Unmet;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.Violation;
import io.siyu.platform.security.Role;
import io.siyu.shop.Shop;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The steps that people take: one status on, past its gate, or CANCELLED. */
@ApplicationScoped
public class LifecycleService {
    private final CampaignService service;
    private final CampaignRepository campaigns;
    private final CampaignHistory history;
    private final CampaignGates gates;
    private final LifecycleEvents events;
    private final AuditTrail audit;
    private final Clock clock;

    public LifecycleService(
            CampaignService service,
            CampaignRepository campaigns,
            CampaignHistory history,
            CampaignGates gates,
            LifecycleEvents events,
            AuditTrail audit,
            Clock clock) {
        this.audit = audit;
        this.service = service;
        this.campaigns = campaigns;
        this.history = history;
        this.gates = gates;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes a campaign to another status.
     *
     * @throws io.siyu.platform.problem.ProblemException 409 naming every gate that is not met, or because the step is
     *     not one that people take from here; 403 if anyone but an admin overrides; 400 without a reason where one is
     *     needed
     */
    @Transactional
    public CampaignResponse move(Id id, TransitionRequest request) {
        Found<Campaign> found = service.find(id);
        Member member = found.member();
        Campaign campaign = found.thing();
        requireMayOverride(member, request);
        requireByHand(campaign, request.to());
        campaign.requireStep(request.to(), clock.instant());
        List<Unmet> unmet = unmet(member.shop(), campaign, request.to());
        if (!unmet.isEmpty() && !request.overrides()) {
            throw ErrorCode.GATE_UNMET.problem(
                    language -> "Not " + request.to() + " yet: " + unmet.size() + " unmet, see violations.",
                    language -> inWords(unmet, language));
        }
        step(campaign, request, Actor.of(member), unmet);
        return CampaignResponse.from(campaign, member.shop().today(clock));
    }

    /** Nothing keeps a campaign from going back: that is how what is wrong with it is mended. */
    private List<Unmet> unmet(Shop shop, Campaign campaign, CampaignStatus to) {
        boolean back = campaign.status() == CampaignStatus.READY && to == CampaignStatus.REVIEW;
        return back ? List.of() : gates.unmet(shop, campaign, to);
    }

    /** What keeps the campaign from its next status; empty if nothing does or the clock takes the step. */
    @Transactional
    public GatesResponse gates(Id id, Language language) {
        Found<Campaign> found = service.find(id);
        Campaign campaign = found.thing();
        Optional<CampaignStatus> next = campaign.status().next();
        List<Unmet> unmet =
                next.map(to -> gates.unmet(found.member().shop(), campaign, to)).orElse(List.of());
        return new GatesResponse(campaign.status(), next.orElse(null), inWords(unmet, language));
    }

    public List<TransitionResponse> listTransitions(Id id) {
        return history.list(service.find(id).thing());
    }

    private static List<Violation> inWords(List<Unmet> unmet, Language language) {
        return unmet.stream().map(one -> one.in(language)).toList();
    }

    private void step(Campaign campaign, TransitionRequest request, Actor actor, List<Unmet> unmet) {
        CampaignStatus from = campaign.status();
        List<String> overridden =
                unmet.stream().map(one -> one.code().name()).distinct().toList();
        Instant now = clock.instant();
        take(campaign, request.to(), now);
        campaigns.flush();
        if (from != CampaignStatus.READY || request.to() != CampaignStatus.REVIEW) {
            // That one is heard of as any other way back to REVIEW.
            history.add(campaign, from, actor, now, request.reason(), overridden);
        }
        audit.record(Act.on(campaign.shopId(), "campaign", campaign.id())
                .from(Map.of("status", from))
                .to(Map.of("status", request.to(), "overriddenGates", overridden)));
        events.tell(campaign, from, actor, request.reason());
    }

    private static void take(Campaign campaign, CampaignStatus to, Instant now) {
        switch (to) {
            case REVIEW -> campaign.submitForReview();
            case PREPARING -> campaign.approve();
            case READY -> campaign.makeReady(now);
            case RUNNING -> campaign.start();
            case PAUSED -> campaign.pause();
            case CLOSED -> campaign.close();
            case CANCELLED -> campaign.cancel();
            case DRAFT, ENDED -> throw new IllegalStateException("nobody makes a campaign " + to + " by hand");
        }
    }

    private static void requireMayOverride(Member member, TransitionRequest request) {
        if (request.overrides() && !member.has(Role.ADMIN)) {
            throw ErrorCode.FORBIDDEN.problem("Only an admin overrides a gate.");
        }
        boolean needsReason = request.overrides() || request.to() == CampaignStatus.CANCELLED;
        if (needsReason && !request.hasReason()) {
            throw ErrorCode.VALIDATION_FAILED.problem("reason", "ReasonNeeded", "Say why; the reason is kept.");
        }
    }

    private static void requireByHand(Campaign campaign, CampaignStatus to) {
        if (campaign.status().isLeftToClock(to)) {
            throw ErrorCode.STATE_CONFLICT.problem("The clock makes a campaign " + to + ": it starts at "
                    + campaign.startsAt() + " if it is READY, and ends at " + campaign.endsAt() + ".");
        }
    }
}
