package io.siyu.campaign.calendar;

/** The three days of a campaign. */
public enum CampaignDay {
    OFFER("优惠"),
    BUZZ("氛围"),
    URGENCY("紧迫");

    /** Every campaign lasts this many days. */
    public static final int COUNT = 3;

    private final String zh;

    CampaignDay(String zh) {
        this.zh = zh;
    }

    /** 1 to 3. */
    public int no() {
        return ordinal() + 1;
    }

    public String zh() {
        return zh;
    }
}
