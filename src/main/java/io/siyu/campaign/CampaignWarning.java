package io.siyu.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What is allowed but unwise.
 *
 * @param level 1 for a hint to 4 for an alarm
 */
public record CampaignWarning(String code, int level, String message) {
    /** Days before day one on which preparation should begin. */
    public static final int PREPARATION_LEAD_DAYS = 7;

    private static final int LEAD_LEVEL = 2;

    static List<CampaignWarning> of(Campaign campaign, LocalDate today) {
        List<CampaignWarning> warnings = new ArrayList<>();
        Mechanic mechanic = campaign.mechanic();
        if (mechanic != null && mechanic.complexity() > 0) {
            warnings.add(new CampaignWarning("MECHANIC_COMPLEXITY", mechanic.complexity(), complexity(mechanic)));
        }
        boolean preparing = campaign.status().isBeforeReady();
        LocalDate latest = campaign.startDay().minusDays(PREPARATION_LEAD_DAYS);
        if (preparing && campaign.status() != CampaignStatus.PREPARING && today.isAfter(latest)) {
            warnings.add(new CampaignWarning(
                    "PREPARATION_LEAD_SHORT", LEAD_LEVEL, "Preparation should have begun by " + latest + "."));
        }
        return warnings;
    }

    private static String complexity(Mechanic mechanic) {
        return switch (mechanic) {
            case DISCOUNT -> "";
            case FULL_REDUCTION -> "A plain discount is understood faster than a reduction from an amount on.";
            case GIFT -> "A gift needs stock and explaining; would a discount do?";
            case BUNDLE -> "Bundles make followers reckon. Prefer a discount, a reduction or a gift.";
            case GAME ->
                "Most followers will not read the rules of a game. Take a simpler offer unless there is a"
                        + " strong reason.";
        };
    }
}
