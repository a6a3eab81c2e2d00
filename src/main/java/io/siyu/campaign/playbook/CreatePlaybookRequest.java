package io.siyu.campaign.playbook;

import io.siyu.campaign.CampaignTerms;
import io.siyu.platform.ids.Id;
import io.siyu.platform.text.Visible;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.util.List;

/**
 * A new playbook, of posts that are given or of those of a campaign.
 *
 * @param key by which it is called, one of each in a shop
 * @param days how many it fills, with posts
 * @param campaignId whose days and posts it takes, in place of days and posts
 */
public record CreatePlaybookRequest(
        @NotNull @Size(max = 45) @Pattern(regexp = "[a-z][a-z0-9-]*")
        String key,

        @NotNull @Visible @Size(max = 120) String name,
        @Min(1) @Max(CampaignTerms.MOST_DAYS) Integer days,
        @Size(min = 1, max = 100) List<@NotNull @Valid PlaybookPost> posts,
        Id campaignId) {}
