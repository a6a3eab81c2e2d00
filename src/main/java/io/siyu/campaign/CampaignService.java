package io.siyu.campaign;

import io.siyu.platform.http.ETags;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A shop's campaigns and what they are. */
@ApplicationScoped
public class CampaignService {
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final CampaignRepository campaigns;
    private final AudienceCheck audiences;
    private final Event<CampaignMoved> rescheduled;
    private final Event<ContentRevised> revised;
    private final CampaignEdits edits;
    private final Caller caller;
    private final Clock clock;

    public CampaignService(
            CampaignRepository campaigns,
            AudienceCheck audiences,
            Event<CampaignMoved> rescheduled,
            Event<ContentRevised> revised,
            CampaignEdits edits,
            Caller caller,
            Clock clock) {
        this.campaigns = campaigns;
        this.audiences = audiences;
        this.rescheduled = rescheduled;
        this.revised = revised;
        this.edits = edits;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    public CampaignResponse draft(Member member, CreateCampaignRequest request) {
        CampaignTerms terms = request.terms();
        requireNotPast(member.shop(), terms.startDay());
        audiences.require(member.shopId(), terms.audience());
        Campaign campaign =
                new Campaign(member.shopId(), terms, member.shop().zone(), member.username(), clock.instant());
        campaigns.persist(campaign);
        campaigns.flush();
        revised.fire(new ContentRevised(campaign, Actor.of(member)));
        return CampaignResponse.from(campaign, member.shop().today(clock));
    }

    /**
     * A campaign among the caller's shops, and as whom the caller comes to it.
     *
     * @throws io.siyu.platform.problem.ProblemException 404 if no member of its shop, 403 without the role in it
     */
    public Found<Campaign> find(Id id) {
        return caller.find(shops -> campaigns
                .findInAny(shops, id.value())
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such campaign.")));
    }

    public CampaignResponse get(Id id) {
        Found<Campaign> found = find(id);
        return CampaignResponse.from(found.thing(), found.member().shop().today(clock));
    }

    /** @throws io.siyu.platform.problem.ProblemException 428, 412, or 409 once it runs */
    @Transactional
    public CampaignResponse update(Id id, String ifMatch, UpdateCampaignRequest request) {
        Found<Campaign> found = find(id);
        Shop shop = found.member().shop();
        Campaign campaign = found.thing();
        ETags.requireMatch(ifMatch, campaign.version());
        CampaignTerms terms = request.over(campaign.terms());
        campaign.status().requireEditable();
        if (!terms.startDay().equals(campaign.startDay())) {
            requireNotPast(shop, terms.startDay());
        }
        audiences.require(shop.id(), terms.audience());
        boolean moved = !terms.startDay().equals(campaign.startDay()) || terms.days() != campaign.days();
        CampaignStatus before = campaign.status();
        Edit edit = campaign.change(terms, shop.zone());
        if (moved) {
            rescheduled.fire(new CampaignMoved(campaign));
        }
        edits.tell(campaign, edit, before, Actor.of(found.member()));
        return CampaignResponse.from(campaign, shop.today(clock));
    }

    /**
     * A shop's campaigns by first day.
     *
     * @param from the earliest first day, null for any; to the latest
     */
    public Page<CampaignResponse> list(
            Shop shop, CampaignStatus status, LocalDate from, LocalDate to, PageRequest page) {
        if (from != null && to != null && to.isBefore(from)) {
            throw ErrorCode.VALIDATION_FAILED.problem("to", "DatesReversed", "to is before from.");
        }
        Optional<Cursor> after = page.cursor(2);
        List<Campaign> rows = campaigns.listAfter(
                shop.id(),
                status,
                from == null ? FIRST_DAY : from,
                to == null ? LAST_DAY : to,
                after.map(c -> c.dayAt(0)).orElse(FIRST_DAY),
                after.map(c -> c.longAt(1)).orElse(0L),
                page.rowsToRead());
        LocalDate today = shop.today(clock);
        return Page.of(rows, page.limit(), c -> Cursor.of(c.startDay(), c.id()))
                .map(campaign -> CampaignResponse.from(campaign, today));
    }

    /**
     * Writes down what the retrospective taught; it makes no new revision.
     *
     * @throws io.siyu.platform.problem.ProblemException 409 unless the campaign has ended and is not closed yet
     */
    @Transactional
    public void learn(Id id, String lessons) {
        find(id).thing().learn(lessons);
    }

    private void requireNotPast(Shop shop, LocalDate startDay) {
        if (startDay.isBefore(shop.today(clock))) {
            throw ErrorCode.VALIDATION_FAILED.problem("startDay", "DayInPast", "Its first day is over.");
        }
    }
}
