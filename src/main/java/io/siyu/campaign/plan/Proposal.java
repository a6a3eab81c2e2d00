package io.siyu.campaign.plan;

import io.siyu.campaign.plan.window.CampaignPlan;
import io.siyu.campaign.plan.window.PlanDiff;

/**
 * A plan with all that is shown of it before it is accepted.
 *
 * @param comparison with the shop's own plan; null for that plan itself
 */
record Proposal(PlanTerms terms, Rhythm rhythm, CampaignPlan plan, PlanComparisonResponse comparison, PlanDiff diff) {}
