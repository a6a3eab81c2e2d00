package io.siyu.campaign;

import io.siyu.campaign.calendar.PlanWindow;
import io.siyu.campaign.calendar.WindowSource;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a campaign lets be done to it, in each of its statuses. */
class CampaignTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate START = LocalDate.of(2026, 11, 9);
    private static final Instant NOW = Instant.parse("2026-10-20T02:00:00Z");
    private static final Instant OVER = Instant.parse("2026-11-11T16:00:00Z");

    private static final Map<String, Consumer<Campaign>> VERBS = Map.ofEntries(
            Map.entry("change", campaign -> campaign.change(offering("七折"), ZONE)),
            Map.entry("revise", Campaign::revise),
            Map.entry("reviseBesideContent", Campaign::reviseBesideContent),
            Map.entry("propose", Campaign::propose),
            Map.entry("submitForReview", Campaign::submitForReview),
            Map.entry("approve", Campaign::approve),
            Map.entry("makeReady", campaign -> campaign.makeReady(NOW)),
            Map.entry("start", Campaign::start),
            Map.entry("pause", Campaign::pause),
            Map.entry("end", Campaign::end),
            Map.entry("close", Campaign::close),
            Map.entry("cancel", Campaign::cancel),
            Map.entry("missStart", Campaign::missStart),
            Map.entry("learn", campaign -> campaign.learn("早两天备货")));

    /** A row a verb: the statuses that it is for, and what the campaign is then; = is what it was. */
    @ParameterizedTest
    @CsvSource({
        "change,              DRAFT REVIEW PREPARING READY,                DRAFT REVIEW REVIEW REVIEW",
        "revise,              DRAFT REVIEW PREPARING READY,                DRAFT REVIEW REVIEW REVIEW",
        "reviseBesideContent, DRAFT REVIEW PREPARING READY RUNNING PAUSED, =",
        "propose,             RUNNING PAUSED,                              =",
        "submitForReview,     DRAFT READY,                                 REVIEW REVIEW",
        "approve,             REVIEW,                                      PREPARING",
        "makeReady,           PREPARING,                                   READY",
        "start,               READY PAUSED,                                RUNNING RUNNING",
        "pause,               RUNNING,                                     PAUSED",
        "end,                 RUNNING PAUSED,                              ENDED ENDED",
        "close,               ENDED,                                       CLOSED",
        "cancel,              DRAFT REVIEW PREPARING READY RUNNING PAUSED, CANCELLED CANCELLED CANCELLED CANCELLED CANCELLED CANCELLED",
        "missStart,           DRAFT REVIEW PREPARING,                      =",
        "learn,               ENDED,                                       =",
    })
    void aVerbIsForSomeStatusesAndRefusedInAllOthers(String verb, String allowed, String then) {
        CampaignStatus[] froms = statuses(allowed);
        CampaignStatus[] tos = statuses(then.equals("=") ? allowed : then);
        for (int i = 0; i < froms.length; i++) {
            Campaign campaign = campaignIn(froms[i]);
            VERBS.get(verb).accept(campaign);
            assertThat(campaign.status()).as(verb + " of " + froms[i]).isEqualTo(tos[i]);
        }
        Set<CampaignStatus> others = EnumSet.allOf(CampaignStatus.class);
        Arrays.asList(froms).forEach(others::remove);
        for (CampaignStatus other : others) {
            Campaign campaign = campaignIn(other);
            int revision = campaign.revision();
            assertThatThrownBy(() -> VERBS.get(verb).accept(campaign))
                    .as(verb + " of " + other)
                    .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.code())
                            .isEqualTo(ErrorCode.STATE_CONFLICT));
            assertThat(campaign.status()).isEqualTo(other);
            assertThat(campaign.revision()).isEqualTo(revision);
        }
    }

    @ParameterizedTest
    @EnumSource(CampaignStatus.class)
    void whatAStepRequiresCanBeAskedBefore(CampaignStatus from) {
        Map<CampaignStatus, String> verbs = Map.of(
                CampaignStatus.REVIEW, "submitForReview",
                CampaignStatus.PREPARING, "approve",
                CampaignStatus.READY, "makeReady",
                CampaignStatus.RUNNING, "start",
                CampaignStatus.PAUSED, "pause",
                CampaignStatus.ENDED, "end",
                CampaignStatus.CLOSED, "close",
                CampaignStatus.CANCELLED, "cancel");

        verbs.forEach((to, verb) -> assertThat(isRefused(() -> campaignIn(from).requireStep(to, NOW)))
                .isEqualTo(isRefused(() -> VERBS.get(verb).accept(campaignIn(from)))));
        assertThat(isRefused(() -> campaignIn(from).requireStep(CampaignStatus.DRAFT, NOW)))
                .isTrue();
    }

    @Test
    void itIsMadeReadyOnlyBeforeItsDaysAreOver() {
        Campaign campaign = campaignIn(CampaignStatus.PREPARING);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> campaign.makeReady(OVER))
                .withMessageContaining("days are over");
        assertThat(campaign.status()).isEqualTo(CampaignStatus.PREPARING);
        campaign.makeReady(OVER.minusNanos(1));
        assertThat(campaign.clockAt()).isEqualTo(campaign.startsAt());
    }

    @Test
    void theClockWaitsForTheStartThenTheEndThenForNothing() {
        Campaign campaign = campaignIn(CampaignStatus.READY);
        assertThat(campaign.clockAt()).isEqualTo(campaign.startsAt());
        campaign.start();
        assertThat(campaign.clockAt()).isEqualTo(campaign.startsAt().plus(Duration.ofDays(3)));
        campaign.end();
        assertThat(campaign.clockAt()).isNull();
        assertThat(campaignIn(CampaignStatus.CANCELLED).clockAt()).isNull();
    }

    @Test
    void r8OnlyWhatFollowersWouldSeeOrGetIsAContentRevision() {
        Campaign campaign = campaignIn(CampaignStatus.READY);

        assertThat(campaign.change(terms("只改名字"), ZONE)).isEqualTo(Edit.BESIDE_CONTENT);
        CampaignTerms now = campaign.terms();
        assertThat(campaign.change(
                        new CampaignTerms(
                                now.name(),
                                now.startDay(),
                                now.days(),
                                now.mechanic(),
                                now.offer(),
                                now.audience(),
                                now.holdoutPercent(),
                                5,
                                new BigDecimal("100")),
                        ZONE))
                .isEqualTo(Edit.BESIDE_CONTENT);
        assertThat(campaign.status()).isEqualTo(CampaignStatus.READY);
        assertThat(campaign.contentRevision()).isEqualTo(1);
        assertThat(campaign.revision()).isEqualTo(3);
        assertThat(campaign.change(campaign.terms(), ZONE)).isEqualTo(Edit.NOTHING);

        assertThat(campaign.change(offering("七折"), ZONE)).isEqualTo(Edit.CONTENT);
        assertThat(campaign.status()).isEqualTo(CampaignStatus.REVIEW);
        assertThat(campaign.contentRevision()).isEqualTo(2);
    }

    @Test
    void r8ACampaignHasOneToSevenDaysThreeByDefault() {
        assertThat(terms("双11").days()).isEqualTo(3);
        Campaign week = new Campaign(
                7,
                new CampaignTerms("双11", START, 7, Mechanic.DISCOUNT, "八折", Audience.OPEN, 0, 0, null),
                ZONE,
                "m",
                NOW);
        assertThat(week.endDay()).isEqualTo(START.plusDays(6));
        assertThat(week.windowEndDay()).isEqualTo(START.plusDays(9));
        assertThat(week.endsAt()).isEqualTo(week.startsAt().plus(Duration.ofDays(7)));
    }

    @Test
    void r8APauseDoesNotProlongIt() {
        Campaign campaign = campaignIn(CampaignStatus.PAUSED);
        assertThat(campaign.clockAt()).isEqualTo(campaign.endsAt());
    }

    @Test
    void oneThatMissedItsStartWaitsForNoneAfterAnEdit() {
        Campaign campaign = campaignIn(CampaignStatus.PREPARING);
        campaign.missStart();
        campaign.revise();
        assertThat(campaign.status()).isEqualTo(CampaignStatus.REVIEW);
        assertThat(campaign.clockAt()).isNull();
        assertThat(campaign.hasMissedStart()).isTrue();
    }

    @Test
    void aPlanChangesOnlyADraftThatNobodyHasTouched() {
        PlanWindow window = new PlanWindow(START, WindowSource.CADENCE, null, List.of());
        Campaign draft = Campaign.planned(7, window, ZONE, "m", NOW);
        draft.replan(window, ZONE);
        assertThat(draft.isUntouchedPlan()).isTrue();

        draft.submitForReview();
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> draft.replan(window, ZONE));
    }

    private static boolean isRefused(Runnable step) {
        try {
            step.run();
            return false;
        } catch (ProblemException e) {
            return true;
        }
    }

    private static CampaignStatus[] statuses(String names) {
        return Arrays.stream(names.split(" ")).map(CampaignStatus::valueOf).toArray(CampaignStatus[]::new);
    }

    private static CampaignTerms terms(String name) {
        return new CampaignTerms(name, START, Mechanic.DISCOUNT, "八折", Audience.OPEN, 0);
    }

    private static CampaignTerms offering(String offer) {
        return new CampaignTerms("双11", START, Mechanic.DISCOUNT, offer, Audience.OPEN, 0);
    }

    private static Campaign campaignIn(CampaignStatus status) {
        Campaign campaign = new Campaign(7, terms("双11"), ZONE, "m", NOW);
        if (status == CampaignStatus.CANCELLED) {
            campaign.cancel();
            return campaign;
        }
        while (campaign.status() != status) {
            switch (campaign.status()) {
                case DRAFT -> campaign.submitForReview();
                case REVIEW -> campaign.approve();
                case PREPARING -> campaign.makeReady(NOW);
                case READY -> campaign.start();
                case RUNNING -> {
                    if (status == CampaignStatus.PAUSED) {
                        campaign.pause();
                    } else {
                        campaign.end();
                    }
                }
                case ENDED -> campaign.close();
                case PAUSED, CLOSED, CANCELLED -> throw new IllegalArgumentException("no way to " + status);
            }
        }
        return campaign;
    }
}
