package io.siyu.campaign.post;

import io.siyu.campaign.Campaign;
import io.siyu.content.CopyText;
import io.siyu.content.CopyVariable;
import io.siyu.shop.Shop;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** What stands in a post for its variables, as far as that is the same on every account and for every recipient. */
public final class PostValues {
    private PostValues() {}

    /** @param campaign null for a daily post */
    public static Map<CopyVariable, String> of(Shop shop, Campaign campaign) {
        Map<CopyVariable, String> values = new EnumMap<>(CopyVariable.class);
        values.put(CopyVariable.SHOP, shop.name());
        if (campaign != null) {
            values.put(CopyVariable.CAMPAIGN, campaign.name());
            values.put(CopyVariable.START_DAY, zhDay(campaign.startDay()));
            values.put(CopyVariable.END_DAY, zhDay(campaign.endDay()));
            if (campaign.terms().offerText() != null) {
                // The offer may name the shop and the days; what it names besides stays, and no check lets it pass.
                values.put(CopyVariable.OFFER, new CopyText(campaign.terms().offerText()).render(values));
            }
        }
        return values;
    }

    private static String zhDay(LocalDate day) {
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
