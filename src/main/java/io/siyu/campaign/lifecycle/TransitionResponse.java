package io.siyu.campaign.lifecycle;

import io.siyu.campaign.CampaignStatus;

import java.time.Instant;
import java.util.List;

/** @param overridden codes of the gates that an admin overrode */
public record TransitionResponse(
        CampaignStatus from,
        CampaignStatus to,
        int revision,
        String by,
        Instant at,
        String reason,
        List<String> overridden) {}
