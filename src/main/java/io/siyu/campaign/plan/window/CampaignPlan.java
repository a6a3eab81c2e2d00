package io.siyu.campaign.plan.window;

import io.siyu.campaign.calendar.AbsorbedWindow;
import io.siyu.campaign.calendar.CampaignDay;
import io.siyu.campaign.calendar.PlanWindow;

import java.util.List;
import java.util.stream.Stream;

/**
 * The campaigns of a range of days.
 *
 * @param windows by day, none sharing a day
 * @param cut windows that the rules give and that the range's first or last day cuts: they are no campaigns
 */
public record CampaignPlan(List<PlanWindow> windows, List<PlanWindow> cut) {
    public int campaignDays() {
        return windows.size() * CampaignDay.COUNT;
    }

    public Stream<AbsorbedWindow> absorbed() {
        return windows.stream().flatMap(window -> window.absorbed().stream());
    }
}
