package io.siyu.campaign.playbook;

import io.siyu.campaign.CampaignTerms;
import io.siyu.platform.text.Visible;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;

/** A playbook as it is to be from now on. */
public record ReplacePlaybookRequest(
        @NotNull @Visible @Size(max = 120) String name,
        @NotNull @Min(1) @Max(CampaignTerms.MOST_DAYS) Integer days,
        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid PlaybookPost> posts) {}
