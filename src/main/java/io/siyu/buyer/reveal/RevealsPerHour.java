package io.siyu.buyer.reveal;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopSetting;

import jakarta.inject.Singleton;

/** The shop's setting {@code revealsPerHour}: shown are no more contacts than that, where the service allows more. */
@Singleton
final class RevealsPerHour implements ShopSetting {
    private static final String SETTING = "revealsPerHour";
    private static final int MOST = 1000;

    /** @param most what the service allows */
    static int of(Shop shop, int most) {
        return shop.settings().get(SETTING) instanceof Integer perHour ? Math.min(perHour, most) : most;
    }

    @Override
    public String name() {
        return SETTING;
    }

    @Override
    public void check(Object value) {
        if (!(value instanceof Integer perHour) || perHour < 1 || perHour > MOST) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "settings." + SETTING, "RevealsPerHour", "A whole number between 1 and " + MOST + ".");
        }
    }
}
