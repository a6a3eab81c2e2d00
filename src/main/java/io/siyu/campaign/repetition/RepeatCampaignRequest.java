package io.siyu.campaign.repetition;

import io.siyu.platform.text.Visible;

import jakarta.validation.constraints.Size;

import java.time.LocalDate;

/**
 * How a campaign is to come again.
 *
 * @param name null for the earlier one's
 * @param startDay null for the one that the newly measured cycle proposes
 */
public record RepeatCampaignRequest(
        @Visible @Size(max = 120) String name, LocalDate startDay) {}
