package io.siyu.order;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Currency;
import java.util.Locale;

import static org.assertj.core.api.Assertions.assertThat;

class CurrencyWordsTest {
    @ParameterizedTest
    @CsvSource({
        "CNY, CNY",
        "CNY, cny",
        "CNY, 人民币",
        "CNY, RMB",
        "CNY, ¥",
        "CNY, ￥",
        "CNY, 元",
        "CNY, 人民币（元）",
        "CNY, CNY(人民币)",
        "CNY, Chinese Yuan",
        "CNY, 156",
        "USD, 美元",
        "USD, US$",
        "USD, $",
        "USD, US Dollar",
        "HKD, 港币",
        "HKD, HK$",
        "JPY, 日元",
        "JPY, ¥",
        "JPY, 円",
        "EUR, €",
        "EUR, 欧元",
        "GBP, £",
        "TWD, 新台幣"
    })
    void wordsMeanWhatTheySay(String currency, String word) {
        assertThat(CurrencyWords.mean(Currency.getInstance(currency), word)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "CNY, USD",
        "CNY, 美元",
        "CNY, $",
        "CNY, 日元",
        "CNY, 港元",
        "CNY, HK$",
        "CNY, JPY",
        "USD, 元",
        "USD, ¥",
        "USD, HK$",
        "USD, 港币",
        "CNY, 人民币/美元",
        "CNY, 李磊",
        "CNY, XXX",
        "EUR, £"
    })
    void otherWordsDoNot(String currency, String word) {
        assertThat(CurrencyWords.mean(Currency.getInstance(currency), word)).isFalse();
    }

    @Property
    void eachCodeMeansItsOwnCurrencyOnly(@ForAll("currencies") Currency own, @ForAll("currencies") Currency other) {
        assertThat(CurrencyWords.mean(own, other.getCurrencyCode().toLowerCase(Locale.ROOT)))
                .isEqualTo(own.equals(other));
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of(Currency.getAvailableCurrencies());
    }
}
