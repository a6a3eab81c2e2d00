package io.siyu.shop;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One store on one platform. Its days begin and end in its own time zone. */
@Entity
public class Shop {
    public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");
    static final Currency DEFAULT_CURRENCY = Currency.getInstance("CNY");
    static final List<Integer> DEFAULT_LADDER = List.of(7, 15, 30, 60, 90);

    @Id
    private long id;

    @Version
    private int version;

    private String name;

    @Enumerated(EnumType.STRING)
    private Platform platform;

    private String timeZone;
    private String currency;
    private BigDecimal minimumOrderAmount;

    @Convert(converter = LadderConverter.class)
    private List<Integer> cadenceLadder;

    @Convert(converter = SettingsConverter.class)
    private Map<String, Object> settings;

    private Instant createdAt;

    /** For Hibernate. */
    protected Shop() {}

    Shop(String name, Platform platform, Instant createdAt) {
        this.id = io.siyu.platform.ids.Id.nextValue();
        this.name = name;
        this.platform = platform;
        this.timeZone = DEFAULT_ZONE.getId();
        this.currency = DEFAULT_CURRENCY.getCurrencyCode();
        this.minimumOrderAmount = BigDecimal.ZERO;
        this.cadenceLadder = DEFAULT_LADDER;
        this.settings = Map.of();
        this.createdAt = createdAt;
    }

    void rename(String newName) {
        name = newName;
    }

    void sellOn(Platform newPlatform) {
        platform = newPlatform;
    }

    /** Orders keep the days that they were given; only orders that come later get days in the new zone. */
    void moveTo(ZoneId zone) {
        timeZone = zone.getId();
    }

    void trade(Currency newCurrency) {
        currency = newCurrency.getCurrencyCode();
    }

    /** @param amount the least net amount that makes an order count, in the shop's currency; 0 counts all */
    void countOrdersFrom(BigDecimal amount) {
        // The same with other decimals is no change, though for the enhanced entity it would be one.
        if (minimumOrderAmount == null || minimumOrderAmount.compareTo(amount) != 0) {
            minimumOrderAmount = amount;
        }
    }

    /** @param days rising steps */
    void stepBy(List<Integer> days) {
        cadenceLadder = List.copyOf(days);
    }

    /** @param newSettings in place of all others; one without a value is none */
    void configure(Map<String, Object> newSettings) {
        settings = newSettings.entrySet().stream()
                .filter(setting -> setting.getValue() != null)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public long id() {
        return id;
    }

    public int version() {
        return version;
    }

    public String name() {
        return name;
    }

    public Platform platform() {
        return platform;
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    public String currency() {
        return currency;
    }

    public BigDecimal minimumOrderAmount() {
        return minimumOrderAmount;
    }

    /** The steps that a cadence can take, in days, rising. */
    public List<Integer> cadenceLadder() {
        return cadenceLadder;
    }

    public Map<String, Object> settings() {
        return settings;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The calendar day that it is in the shop. */
    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), zone());
    }
}
