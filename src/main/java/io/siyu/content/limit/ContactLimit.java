package io.siyu.content.limit;

import io.siyu.platform.ids.ShopOwned;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

import java.time.LocalDate;
import java.time.LocalTime;

/** A shop's limits from a day on. */
@Entity
public class ContactLimit extends ShopOwned {
    private static final int MINUTES_AN_HOUR = 60;

    private LocalDate fromDay;
    private int momentsPerDay;
    private int momentGapMinutes;
    private int quietFromMinute;
    private int quietToMinute;
    private int marketingSharePercent;
    private int marketingPerScene;
    private int privatePerDay;

    @Column(name = "private_per_7_days")
    private int privatePer7Days;

    @Column(name = "private_per_30_days")
    private int privatePer30Days;

    private int momentPictures;

    /** For Hibernate. */
    protected ContactLimit() {}

    ContactLimit(long shopId, LocalDate fromDay, ContactLimits limits) {
        super(shopId);
        this.fromDay = fromDay;
        set(limits);
    }

    void set(ContactLimits limits) {
        momentsPerDay = limits.momentsPerDay();
        momentGapMinutes = limits.momentGapMinutes();
        quietFromMinute = limits.quietFrom().toSecondOfDay() / MINUTES_AN_HOUR;
        quietToMinute = limits.quietTo().toSecondOfDay() / MINUTES_AN_HOUR;
        marketingSharePercent = limits.marketingSharePercent();
        marketingPerScene = limits.marketingPerScene();
        privatePerDay = limits.privatePerDay();
        privatePer7Days = limits.privatePer7Days();
        privatePer30Days = limits.privatePer30Days();
        momentPictures = limits.momentPictures();
    }

    LocalDate fromDay() {
        return fromDay;
    }

    ContactLimits limits() {
        return new ContactLimits(
                momentsPerDay,
                momentGapMinutes,
                LocalTime.MIN.plusMinutes(quietFromMinute),
                LocalTime.MIN.plusMinutes(quietToMinute),
                marketingSharePercent,
                marketingPerScene,
                privatePerDay,
                privatePer7Days,
                privatePer30Days,
                momentPictures);
    }
}
