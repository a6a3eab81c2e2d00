package io.siyu.order;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What currencies are called where orders come from: their codes and numbers (ISO 4217), their names and signs as the JDK
 * knows them, and what shops say besides. A sign such as {@code $} that several currencies share means each of them.
 */
public final class CurrencyWords {
    private static final List<Locale> LANGUAGES =
            List.of(Locale.CHINA, Locale.TAIWAN, Locale.ENGLISH, Locale.JAPAN, Locale.KOREA);

    private static final Map<String, List<String>> COLLOQUIAL = Map.ofEntries(
            Map.entry(
                    "CNY",
                    List.of("RMB", "CNH", "人民币元", "人民幣", "元", "圆", "¥", "CN¥", "yuan", "renminbi", "chinese yuan")),
            Map.entry("HKD", List.of("港币", "港幣", "港元", "HK$", "$", "元")),
            Map.entry("TWD", List.of("新台币", "新臺幣", "新台幣", "台币", "台幣", "NTD", "NT$", "$", "元")),
            Map.entry("MOP", List.of("澳门币", "澳门元", "葡币", "MOP$", "元")),
            Map.entry("USD", List.of("美元", "美金", "US$", "$", "dollar", "dollars")),
            Map.entry("EUR", List.of("欧元", "歐元", "€", "euro", "euros")),
            Map.entry("GBP", List.of("英镑", "英鎊", "£", "sterling", "pound", "pounds")),
            Map.entry("JPY", List.of("日元", "日圆", "日币", "日圓", "円", "¥", "yen", "JP¥")),
            Map.entry("KRW", List.of("韩元", "韩币", "韓元", "₩", "won")),
            Map.entry("SGD", List.of("新加坡元", "新币", "S$", "$")),
            Map.entry("AUD", List.of("澳元", "澳币", "澳大利亚元", "A$", "AU$", "$")),
            Map.entry("CAD", List.of("加元", "加币", "加拿大元", "C$", "CA$", "$")),
            Map.entry("THB", List.of("泰铢", "泰銖", "฿", "baht")),
            Map.entry("RUB", List.of("卢布", "俄罗斯卢布", "₽")),
            Map.entry("MYR", List.of("马币", "林吉特", "RM")));

    private static final Pattern BETWEEN = Pattern.compile("[()\\[\\]/、,;:|_-]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Map<Currency, Set<String>> KNOWN = new ConcurrentHashMap<>();

    private CurrencyWords() {}

    /** @param word as a source writes it, several ways of saying the same included: {@code 人民币（元）} */
    static boolean mean(Currency currency, String word) {
        if (word.equalsIgnoreCase(currency.getCurrencyCode())) {
            return true;
        }
        Set<String> words = KNOWN.computeIfAbsent(currency, CurrencyWords::of);
        if (words.contains(word)) {
            return true;
        }
        String key = key(word);
        List<String> parts = Arrays.stream(BETWEEN.split(key))
                .filter(part -> !part.isEmpty())
                .toList();
        return words.contains(key) || !parts.isEmpty() && words.containsAll(parts);
    }

    /** Whether some currency is called so: then the word may be shown, for it is nobody's name. */
    public static boolean areKnown(String word) {
        return All.WORDS.contains(key(word));
    }

    /** Of all currencies; made when one is first refused. */
    private static final class All {
        static final Set<String> WORDS = Currency.getAvailableCurrencies().stream()
                .flatMap(currency -> of(currency).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> of(Currency currency) {
        Stream<String> named = LANGUAGES.stream()
                .flatMap(language -> Stream.of(currency.getDisplayName(language), currency.getSymbol(language)));
        Stream<String> told = COLLOQUIAL.getOrDefault(currency.getCurrencyCode(), List.of()).stream();
        return Stream.of(named, told, Stream.of(currency.getCurrencyCode(), currency.getNumericCodeAsString()))
                .flatMap(words -> words)
                .map(CurrencyWords::key)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String key(String word) {
        String narrow = Normalizer.normalize(word, Normalizer.Form.NFKC);
        return BLANKS.matcher(narrow).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
