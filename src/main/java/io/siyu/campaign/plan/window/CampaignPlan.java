package io.siyu.campaign.plan;

import io.siyu.campaign.CampaignDay;

import java.util.List;
import java.util.stream.Stream;

/**
 * The campaigns of a range of days.
 *
 * @param windows by day, none sharing a day
 * @param cut windows that the rules give and that the range's first or last day cuts: they are no campaigns
 */
public record CampaignPlan(List<PlanWindow> windows, List<PlanWindow> cut) {
    int campaignDays() {
        return windows.size() * CampaignDay.COUNT;
    }

    Stream<AbsorbedWindow> absorbed() {
        return windows.stream().flatMap(window -> window.absorbed().stream());
    }
}
