package io.siyu.order;

import io.siyu.shop.Shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Currency;

/**
 * What of a shop its orders are read by, whichever way they come.
 *
 * @param currency the only one whose amounts are taken
 * @param zone that of times without an offset
 * @param ownStatuses what the shop calls the states of its orders beside the platform's words
 */
public record IntakeTerms(Currency currency, ZoneId zone, OwnStatusWords ownStatuses) {
    /** Amounts are kept with two decimals, in a currency without any as well. */
    private static final int DECIMALS_KEPT = 2;

    public IntakeTerms(Currency currency, ZoneId zone) {
        this(currency, zone, OwnStatusWords.NONE);
    }

    public static IntakeTerms of(Shop shop) {
        return new IntakeTerms(Currency.getInstance(shop.currency()), shop.zone(), OwnStatusWords.of(shop));
    }

    /** @return the amount rounded half up to what the currency has (ISO 4217), with two decimals */
    public BigDecimal rounded(BigDecimal amount) {
        int decimals = Math.min(DECIMALS_KEPT, currency.getDefaultFractionDigits());
        return amount.scale() == DECIMALS_KEPT && decimals == DECIMALS_KEPT
                ? amount
                : amount.setScale(decimals, RoundingMode.HALF_UP).setScale(DECIMALS_KEPT);
    }

    /** @param word a code, a name or a sign of a currency, as a source writes it */
    public boolean isIn(String word) {
        return CurrencyWords.mean(currency, word);
    }
}
