package io.siyu.order;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopSetting;

import jakarta.inject.Singleton;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a shop calls the states of its orders by words of its own, as the setting {@code orderStatuses} maps them:
 * {@code {"shipped": "SHIPPED", "partially-paid": "UNPAID"}}. They go before the words that platforms have.
 */
public final class OwnStatusWords {
    static final OwnStatusWords NONE = new OwnStatusWords(Map.of());
    private static final String SETTING = "orderStatuses";
    private static final int MOST_WORDS = 100;
    private static final int LONGEST_WORD = 60;

    private final Map<String, OrderStatus> words;

    private OwnStatusWords(Map<String, OrderStatus> words) {
        this.words = words;
    }

    static OwnStatusWords of(Shop shop) {
        return shop.settings().get(SETTING) instanceof Map<?, ?> setting ? of(setting) : NONE;
    }

    /** @param setting names of {@link OrderStatus} by words; others are passed over */
    public static OwnStatusWords of(Map<?, ?> setting) {
        Map<String, OrderStatus> words = new HashMap<>();
        setting.forEach(
                (word, status) -> status(status).ifPresent(known -> words.put(key(String.valueOf(word)), known)));
        return new OwnStatusWords(Map.copyOf(words));
    }

    public Optional<OrderStatus> find(String word) {
        return words.isEmpty() ? Optional.empty() : Optional.ofNullable(words.get(key(word)));
    }

    /** WooCommerce writes its words with a prefix in some places and without it in others. */
    private static String key(String word) {
        String key = word.replaceAll("[\\s\\p{Z}]+", "").toLowerCase(Locale.ROOT);
        return key.startsWith("wc-") ? key.substring(3) : key;
    }

    private static Optional<OrderStatus> status(Object value) {
        return Arrays.stream(OrderStatus.values())
                .filter(status -> status.name().equals(value))
                .findFirst();
    }

    /** The setting, as it may be set. */
    @Singleton
    static final class Setting implements ShopSetting {
        @Override
        public String name() {
            return SETTING;
        }

        @Override
        public void check(Object value) {
            boolean isGood = value instanceof Map<?, ?> words
                    && words.size() <= MOST_WORDS
                    && words.entrySet().stream()
                            .allMatch(word -> isWord(String.valueOf(word.getKey()))
                                    && status(word.getValue()).isPresent());
            if (!isGood) {
                throw ErrorCode.VALIDATION_FAILED.problem(
                        "settings." + SETTING,
                        "StatusWords",
                        "At most " + MOST_WORDS + " words of up to " + LONGEST_WORD + " characters, each with one of "
                                + Arrays.toString(OrderStatus.values()) + ".");
            }
        }

        private static boolean isWord(String word) {
            return !key(word).isEmpty() && word.length() <= LONGEST_WORD;
        }
    }
}
