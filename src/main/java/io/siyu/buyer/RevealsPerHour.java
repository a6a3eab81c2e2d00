package io.siyu.buyer;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopSetting;

import jakarta.inject.Singleton;

/** How many contacts one person may look at within an hour, as the setting {@code revealsPerHour} says. */
@Singleton
final class RevealsPerHour implements ShopSetting {
    static final int DEFAULT = 60;
    private static final String SETTING = "revealsPerHour";
    private static final int MOST = 1000;

    static int of(Shop shop) {
        return shop.settings().get(SETTING) instanceof Integer perHour ? perHour : DEFAULT;
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
