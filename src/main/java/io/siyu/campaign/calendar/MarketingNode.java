package io.siyu.campaign.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import static io.siyu.campaign.calendar.NodeKind.FIXED;
import static io.siyu.campaign.calendar.NodeKind.LUNAR;

/**
 * A day on which Chinese shops sell together. LUNAR nodes give month and day of the Chinese calendar; 年货节 is the
 * exception: no calendar defines it, so here it is {@value #NEW_YEAR_GOODS_LEAD} days before 春节, about the last
 * campaign whose parcels still arrive before the couriers' holiday.
 */
public enum MarketingNode {
    NEW_YEAR("元旦", "New Year's Day", FIXED, 1, 1, false),
    VALENTINES_DAY("情人节", "Valentine's Day", FIXED, 2, 14, false),
    WOMENS_DAY("女神节", "Women's Day", FIXED, 3, 8, true),
    LABOUR_DAY("劳动节", "Labour Day", FIXED, 5, 1, false),
    FIVE_TWENTY("520表白日", "5-20", FIXED, 5, 20, true),
    CHILDRENS_DAY("儿童节", "Children's Day", FIXED, 6, 1, false),
    SIX_EIGHTEEN("618", "6-18", FIXED, 6, 18, true),
    EIGHT_EIGHTEEN("818", "8-18", FIXED, 8, 18, false),
    NINE_NINE("99划算节", "9-9", FIXED, 9, 9, false),
    NATIONAL_DAY("国庆节", "National Day", FIXED, 10, 1, false),
    DOUBLE_ELEVEN("双11", "11-11", FIXED, 11, 11, true),
    DOUBLE_TWELVE("双12", "12-12", FIXED, 12, 12, true),
    CHRISTMAS("圣诞节", "Christmas", FIXED, 12, 25, false),
    SPRING_FESTIVAL("春节", "Spring Festival", LUNAR, 1, 1, false),
    LANTERN_FESTIVAL("元宵节", "Lantern Festival", LUNAR, 1, 15, false),
    DRAGON_BOAT("端午节", "Dragon Boat Festival", LUNAR, 5, 5, false),
    QIXI("七夕", "Qixi", LUNAR, 7, 7, true),
    MID_AUTUMN("中秋节", "Mid-Autumn Festival", LUNAR, 8, 15, true),
    DOUBLE_NINTH("重阳节", "Double Ninth", LUNAR, 9, 9, false),
    LABA("腊八节", "Laba", LUNAR, 12, 8, false),
    NEW_YEAR_GOODS("年货节", "New Year Goods Festival", LUNAR, 1, 1, true) {
        @Override
        LocalDate dayOf(int year) {
            return SPRING_FESTIVAL.dayOf(year).minusDays(NEW_YEAR_GOODS_LEAD);
        }
    };

    static final int NEW_YEAR_GOODS_LEAD = 14;

    private final String zh;
    private final String en;
    private final NodeKind kind;
    private final int month;
    private final int day;
    private final boolean chosenByDefault;

    MarketingNode(String zh, String en, NodeKind kind, int month, int day, boolean chosenByDefault) {
        this.zh = zh;
        this.en = en;
        this.kind = kind;
        this.month = month;
        this.day = day;
        this.chosenByDefault = chosenByDefault;
    }

    public String code() {
        return name();
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    public NodeKind kind() {
        return kind;
    }

    /** Part of a plan that names no nodes. */
    public boolean isChosenByDefault() {
        return chosenByDefault;
    }

    public static List<MarketingNode> defaults() {
        return Arrays.stream(values()).filter(MarketingNode::isChosenByDefault).toList();
    }

    public static Optional<MarketingNode> findByCode(String code) {
        return Arrays.stream(values()).filter(node -> node.code().equals(code)).findFirst();
    }

    /** The node's day in a civil year, or for LUNAR nodes in the lunar year that begins in it. */
    LocalDate dayOf(int year) {
        return kind == FIXED ? LocalDate.of(year, month, day) : LunarDay.of(year, month, day);
    }
}
