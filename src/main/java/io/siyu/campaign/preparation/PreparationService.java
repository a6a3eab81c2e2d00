package io.siyu.campaign.preparation;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignApproved;
import io.siyu.campaign.CampaignService;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.CampaignTerms;
import io.siyu.campaign.timeline.CampaignTimeline;
import io.siyu.campaign.timeline.Happening;
import io.siyu.campaign.timeline.TimelineKind;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffRepository;
import io.siyu.staff.caller.Found;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The preparation list of a campaign. */
@ApplicationScoped
public class PreparationService {
    private final CampaignService campaigns;
    private final CampaignPreparationRepository preparations;
    private final StaffRepository staff;
    private final CampaignTimeline timeline;
    private final Clock clock;

    public PreparationService(
            CampaignService campaigns,
            CampaignPreparationRepository preparations,
            StaffRepository staff,
            CampaignTimeline timeline,
            Clock clock) {
        this.campaigns = campaigns;
        this.preparations = preparations;
        this.staff = staff;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** What was prepared before an edit took the campaign back to review stays prepared. */
    void open(@Observes CampaignApproved event) {
        Set<PreparationItem> there = preparations.listOf(event.shopId(), event.campaignId()).stream()
                .map(CampaignPreparation::item)
                .collect(Collectors.toSet());
        for (PreparationItem item : PreparationItem.values()) {
            if (!there.contains(item)) {
                preparations.persist(new CampaignPreparation(
                        event.shopId(), event.campaignId(), item, event.by().staffId()));
            }
        }
    }

    /**
     * Sets how far an item is, whose it is, and by when it is due.
     *
     * @throws io.siyu.platform.problem.ProblemException 409 outside PREPARING; 400 for NOT_NEEDED without a reason, an
     *     owner who is not of the shop, and a due day that is too late
     */
    @Transactional
    public PreparationResponse prepare(Id id, PreparationRequest request) {
        Found<Campaign> found = preparing(id);
        Campaign campaign = found.thing();
        Actor by = Actor.of(found.member());
        CampaignPreparation preparation = preparations.listOf(campaign.shopId(), campaign.id()).stream()
                .filter(item -> item.item() == request.item())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("PREPARING without " + request.item()));
        assign(campaign, preparation, request);
        PreparationState state = Objects.requireNonNullElse(request.state(), preparation.state());
        String reason = request.reason() == null ? preparation.reason() : request.reason();
        if (state == PreparationState.NOT_NEEDED && (reason == null || reason.isBlank())) {
            throw ErrorCode.VALIDATION_FAILED.problem("reason", "ReasonNeeded", "Say why it is not needed.");
        }
        preparation.set(state, reason, request.note(), by, clock.instant());
        String said = state == PreparationState.NOT_NEEDED ? reason : request.note();
        timeline.add(
                campaign, by, clock.instant(), Happening.of(TimelineKind.PREPARATION, request.item(), state, said));
        return PreparationResponse.from(
                preparation, campaign, namesOfMembers(campaign).get(preparation.ownerStaffId()));
    }

    private void assign(Campaign campaign, CampaignPreparation preparation, PreparationRequest request) {
        long owner = preparation.ownerStaffId();
        if (request.ownerStaffId() != null) {
            owner = request.ownerStaffId().value();
            if (!namesOfMembers(campaign).containsKey(owner)) {
                throw ErrorCode.VALIDATION_FAILED.problem(
                        "ownerStaffId", "UnknownStaff", "Nobody of this id works in the shop.");
            }
        }
        preparation.assign(
                owner, request.dueDay() == null ? preparation.leadDays() : leadDays(campaign, request.dueDay()));
    }

    private static int leadDays(Campaign campaign, LocalDate dueDay) {
        LocalDate latest = campaign.startDay().minusDays(CampaignTerms.PREPARED_DAYS_BEFORE);
        if (dueDay.isAfter(latest)) {
            throw ErrorCode.VALIDATION_FAILED.problem("dueDay", "TooLate", "It is to be done by " + latest + ".");
        }
        return Math.toIntExact(ChronoUnit.DAYS.between(dueDay, campaign.startDay()));
    }

    /** Empty before PREPARING; then all items. */
    public List<PreparationResponse> listPreparations(Id id) {
        Campaign campaign = campaigns.find(id).thing();
        Map<Long, String> names = namesOfMembers(campaign);
        return preparations.listOf(campaign.shopId(), campaign.id()).stream()
                .map(preparation ->
                        PreparationResponse.from(preparation, campaign, names.get(preparation.ownerStaffId())))
                .toList();
    }

    private Map<Long, String> namesOfMembers(Campaign campaign) {
        return staff.listPresent(campaign.shopId()).stream()
                .filter(Staff::isWorking)
                .collect(Collectors.toMap(Staff::id, Staff::displayName));
    }

    private Found<Campaign> preparing(Id id) {
        Found<Campaign> found = campaigns.find(id);
        CampaignStatus status = found.thing().status();
        if (status != CampaignStatus.PREPARING) {
            throw ErrorCode.STATE_CONFLICT.problem("The campaign is " + status + ", not PREPARING.");
        }
        return found;
    }
}
