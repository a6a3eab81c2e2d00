package io.siyu.campaign.lifecycle;

import io.siyu.campaign.CampaignStatus;
import io.siyu.platform.problem.Violation;

import java.util.List;

/** What keeps a campaign from its next status. */
public record GatesResponse(CampaignStatus status, CampaignStatus next, List<Violation> unmet) {}
