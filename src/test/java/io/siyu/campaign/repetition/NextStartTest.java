package io.siyu.campaign.repetition;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class NextStartTest {
    private static final LocalDate START = LocalDate.of(2026, 11, 1);

    @Test
    void aCampaignComesAgainACadenceAfterItsStart() {
        assertThat(NextStart.of(START, 30, START.plusDays(6))).isEqualTo(START.plusDays(30));
        assertThat(NextStart.of(START, 30, START.plusDays(23))).isEqualTo(START.plusDays(30));
    }

    @Test
    void whereThatLeavesNoTimeToPrepareItIsSomeCadencesLater() {
        assertThat(NextStart.of(START, 30, START.plusDays(24))).isEqualTo(START.plusDays(60));
        assertThat(NextStart.of(START, 7, START.plusDays(100))).isEqualTo(START.plusDays(112));
    }
}
