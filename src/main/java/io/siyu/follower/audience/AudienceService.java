package io.siyu.follower.audience;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignService;
import io.siyu.follower.audience.AudienceFixes.Fix;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows whom a campaign is for: from READY on as it was fixed, before that as it would be now. */
@ApplicationScoped
class AudienceService {
    private final CampaignService campaigns;
    private final AudienceFixes fixes;
    private final AudiencePlanner planner;
    private final PrivateSlots slots;
    private final AudienceQueries queries;
    private final AccountRepository accounts;
    private final Clock clock;

    AudienceService(
            CampaignService campaigns,
            AudienceFixes fixes,
            AudiencePlanner planner,
            PrivateSlots slots,
            AudienceQueries queries,
            AccountRepository accounts,
            Clock clock) {
        this.campaigns = campaigns;
        this.fixes = fixes;
        this.planner = planner;
        this.slots = slots;
        this.queries = queries;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Transactional
    AudienceResponse get(Id id) {
        Campaign campaign = campaigns.find(id).thing();
        Optional<Fix> fix = fixes.find(campaign);
        AudienceTally tally =
                fix.isPresent() ? queries.fixed(campaign) : queries.live(planner.plan(campaign, clock.instant()));
        return new AudienceResponse(
                fix.map(Fix::fixedAt).orElse(null),
                fix.map(Fix::contentRevision).orElse(null),
                fix.map(Fix::refreshedAt).orElse(null),
                tally.states(),
                tally.reasons(),
                tally.accounts(names(campaign.shopId())),
                tally.tiers(),
                tally.slots(slots.of(campaign)));
    }

    private Map<Long, String> names(long shopId) {
        return accounts.list("shopId = ?1", shopId).stream().collect(Collectors.toMap(Account::id, Account::name));
    }

    @Transactional
    Page<AudienceMemberResponse> members(Id id, AudienceState state, Id account, String variant, PageRequest page) {
        Campaign campaign = campaigns.find(id).thing();
        AudienceQueries.Filter filter =
                new AudienceQueries.Filter(state, account == null ? null : account.value(), variant);
        long after = page.cursor(1).map(cursor -> cursor.longAt(0)).orElse(0L);
        List<AudienceMemberResponse> rows = fixes.find(campaign).isPresent()
                ? queries.fixedAfter(campaign, filter, after, page.rowsToRead())
                : queries.liveAfter(planner.plan(campaign, clock.instant()), filter, after, page.rowsToRead());
        return Page.of(rows, page.limit(), row -> Cursor.of(row.followerId().value()));
    }
}
