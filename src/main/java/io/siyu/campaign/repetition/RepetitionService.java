package io.siyu.campaign.repetition;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignRepository;
import io.siyu.campaign.CampaignResponse;
import io.siyu.campaign.CampaignService;
import io.siyu.campaign.CampaignTerms;
import io.siyu.campaign.ContentRevised;
import io.siyu.campaign.timeline.CampaignTimeline;
import io.siyu.campaign.timeline.Happening;
import io.siyu.campaign.timeline.TimelineKind;
import io.siyu.cycle.CycleService;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;
import io.siyu.staff.caller.Found;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Makes the next draft of a campaign, with what it taught (R17). */
@ApplicationScoped
public class RepetitionService {
    private static final String THAT_IS_REPEATED = "REPEATED";
    private static final String REPEATED_BY_THAT = "REPEATED_BY";

    private final CampaignService service;
    private final CampaignRepository campaigns;
    private final RepeatedPosts posts;
    private final CycleService cycles;
    private final CampaignTimeline timeline;
    private final Event<ContentRevised> revised;
    private final Clock clock;

    RepetitionService(
            CampaignService service,
            CampaignRepository campaigns,
            RepeatedPosts posts,
            CycleService cycles,
            CampaignTimeline timeline,
            Event<ContentRevised> revised,
            Clock clock) {
        this.service = service;
        this.campaigns = campaigns;
        this.posts = posts;
        this.cycles = cycles;
        this.timeline = timeline;
        this.revised = revised;
        this.clock = clock;
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 unless it has ended; 400 for a start that is over */
    @Transactional
    public RepetitionResponse repeat(Id id, RepeatCampaignRequest request) {
        Found<Campaign> found = service.find(id);
        Shop shop = found.member().shop();
        Campaign earlier = found.thing();
        Actor by = Actor.of(found.member());
        Instant now = clock.instant();
        LocalDate today = shop.today(clock);
        int cadence = cycles.meanCycle(shop.id(), today).cadenceDays(shop.cadenceLadder());
        LocalDate proposed = NextStart.of(earlier.startDay(), cadence, today);
        LocalDate startDay = Objects.requireNonNullElse(request.startDay(), proposed);
        if (startDay.isBefore(today)) {
            throw ErrorCode.VALIDATION_FAILED.problem("startDay", "DayInPast", "Its first day is over.");
        }
        CampaignTerms terms = earlier.terms().startingOn(startDay);
        Campaign draft = Campaign.repeating(
                earlier,
                request.name() == null ? terms : terms.named(request.name().strip()),
                shop.zone(),
                by.username(),
                now);
        campaigns.persist(draft);
        List<RepetitionResponse.RepeatedPost> made = posts.copy(earlier, draft, now);
        campaigns.flush();
        revised.fire(new ContentRevised(draft, by));
        timeline.add(draft, by, now, Happening.of(TimelineKind.REPETITION, earlier.id(), THAT_IS_REPEATED, null));
        timeline.add(earlier, by, now, Happening.of(TimelineKind.REPETITION, draft.id(), REPEATED_BY_THAT, null));
        return new RepetitionResponse(
                Id.of(draft.id()),
                Id.of(earlier.id()),
                cadence,
                proposed,
                earlier.lessons() == null
                        ? List.of()
                        : earlier.lessons().lines().toList(),
                CampaignResponse.from(draft, today),
                made);
    }

    /** The drafts, and what became of them, that repeat a campaign. */
    public List<CampaignResponse> list(Id id) {
        Found<Campaign> found = service.find(id);
        LocalDate today = found.member().shop().today(clock);
        return campaigns.listRepeating(found.thing().shopId(), found.thing().id()).stream()
                .map(campaign -> CampaignResponse.from(campaign, today))
                .toList();
    }
}
