package io.siyu.task.duty;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.duty.CampaignDuty;
import io.siyu.campaign.preparation.PreparationItem;

/** What a task about a campaign is called in a queue. */
final class DutyTitles {
    private DutyTitles() {}

    static String of(Campaign campaign, CampaignDuty duty) {
        return what(duty) + "：" + campaign.name();
    }

    private static String what(CampaignDuty duty) {
        return switch (duty.kind()) {
            case PREPARE -> "准备" + zh(PreparationItem.valueOf(duty.about()));
            case REVIEW -> "评审活动";
            case ACKNOWLEDGE -> "确认第 " + duty.about() + " 轮宣讲";
        };
    }

    private static String zh(PreparationItem item) {
        return switch (item) {
            case COPY -> "文案";
            case POSTER -> "海报";
            case VIDEO -> "视频";
            case SCRIPTS -> "话术";
            case TOOLS -> "工具";
            case STOCK -> "库存";
            case GIFTS -> "赠品";
        };
    }
}
