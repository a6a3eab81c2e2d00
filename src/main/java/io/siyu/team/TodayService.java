package io.siyu.team;

import io.siyu.campaign.lifecycle.LifecycleService;
import io.siyu.platform.language.Language;
import io.siyu.staff.caller.Member;
import io.siyu.team.TodayResponse.CampaignNeed;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Tells people what needs them (R14). */
@ApplicationScoped
public class TodayService {
    /** Preparation ends this long before day one (R8). */
    private static final int READY_DAYS = 3;

    /** From a week before day one, when preparation should begin, a campaign that is not ready needs somebody. */
    private static final int LEAD_DAYS = 7;

    private final TodayQueries queries;
    private final LifecycleService lifecycle;
    private final Clock clock;

    TodayService(TodayQueries queries, LifecycleService lifecycle, Clock clock) {
        this.queries = queries;
        this.lifecycle = lifecycle;
        this.clock = clock;
    }

    public TodayResponse of(Member member, Language language) {
        Instant now = clock.instant();
        LocalDate day = member.shop().today(clock);
        Long only = member.isOnlyStaff() ? (Long) member.staffId() : null;
        return new TodayResponse(
                day,
                queries.overdue(member.shopId(), only, now),
                queries.pool(member.shopId(), now),
                only == null ? campaigns(member.shopId(), day, language) : List.of(),
                queries.feedback(member.shopId(), only, now));
    }

    private List<CampaignNeed> campaigns(long shopId, LocalDate day, Language language) {
        return queries.notReady(shopId, day, day.plusDays(LEAD_DAYS)).stream()
                .map(coming -> new CampaignNeed(
                        coming.id(),
                        coming.name(),
                        coming.status(),
                        coming.startDay(),
                        coming.startDay().minusDays(READY_DAYS),
                        lifecycle.gates(coming.id(), language).unmet()))
                .toList();
    }
}
