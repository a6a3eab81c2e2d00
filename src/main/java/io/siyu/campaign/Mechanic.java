package io.siyu.campaign;

/** How an offer works, simplest first: the order is the order in which a shop should prefer them. */
public enum Mechanic {
    DISCOUNT("打折"),
    FULL_REDUCTION("满减"),
    GIFT("赠品"),
    BUNDLE("组合购"),
    GAME("玩法活动");

    private final String zh;

    Mechanic(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }

    /** 0 for the simplest. */
    public int complexity() {
        return ordinal();
    }
}
