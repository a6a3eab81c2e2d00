package io.siyu.shop;

import io.siyu.platform.problem.ErrorCode;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads what a shop is asked to work by, and says what is wrong with it. */
final class ShopTerms {
    private static final int LONGEST_SETTINGS_BYTES = 60_000;
    private static final int LONGEST_STEP_DAYS = 366;
    private static final int MOST_DECIMALS = 2;

    private ShopTerms() {}

    static void apply(UpdateShopRequest request, Shop shop, List<ShopSetting> known) {
        if (request.name() != null) {
            shop.rename(request.name().strip());
        }
        if (request.platform() != null) {
            shop.sellOn(request.platform());
        }
        if (request.timeZone() != null) {
            shop.moveTo(zone(request.timeZone()));
        }
        if (request.currency() != null) {
            shop.trade(currency(request.currency()));
        }
        if (request.minimumOrderAmount() != null) {
            shop.countOrdersFrom(request.minimumOrderAmount());
        }
        if (request.cadenceLadder() != null) {
            shop.stepBy(ladder(request.cadenceLadder()));
        }
        if (request.settings() != null) {
            known.stream()
                    .filter(setting -> request.settings().get(setting.name()) != null)
                    .forEach(setting -> setting.check(request.settings().get(setting.name())));
            shop.configure(asKept(request.settings()));
        }
    }

    /** With its numbers of the types that they have when read again: else the same settings would count as changed. */
    private static Map<String, Object> asKept(Map<String, Object> settings) {
        SettingsConverter converter = new SettingsConverter();
        String json = converter.convertToDatabaseColumn(settings);
        if (json.getBytes(StandardCharsets.UTF_8).length > LONGEST_SETTINGS_BYTES) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "settings", "TooLong", "At most " + LONGEST_SETTINGS_BYTES + " bytes as JSON.");
        }
        return converter.convertToEntityAttribute(json);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "timeZone", "UnknownTimeZone", "No time zone of the IANA list, such as Asia/Shanghai.");
        }
    }

    /** Amounts have two decimals: those of a currency with more would be lost. */
    private static Currency currency(String text) {
        try {
            Currency currency = Currency.getInstance(text);
            int decimals = currency.getDefaultFractionDigits();
            if (decimals < 0 || decimals > MOST_DECIMALS) {
                throw ErrorCode.VALIDATION_FAILED.problem(
                        "currency",
                        "CurrencyNotKept",
                        decimals < 0
                                ? text + " is no money that anybody pays with."
                                : text + " has " + decimals + " decimals; amounts are kept with two.");
            }
            return currency;
        } catch (IllegalArgumentException e) {
            throw ErrorCode.VALIDATION_FAILED.problem("currency", "UnknownCurrency", "No ISO 4217 code, such as CNY.");
        }
    }

    private static List<Integer> ladder(List<Integer> days) {
        int before = 0;
        for (Integer step : days) {
            if (Objects.requireNonNullElse(step, 0) <= before || step > LONGEST_STEP_DAYS) {
                throw ErrorCode.VALIDATION_FAILED.problem(
                        "cadenceLadder", "Ladder", "Rising whole days between 1 and " + LONGEST_STEP_DAYS + ".");
            }
            before = step;
        }
        return days;
    }
}
