package io.siyu.campaign.daily;

import io.siyu.content.ContentLine;
import io.siyu.platform.ids.ShopOwned;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** One time of a daily plan: there is one row a plan, day and time, whatever restarts. */
@Entity
public class DailyOccurrence extends ShopOwned {
    private long planId;

    @Column(name = "occurrence_day")
    private LocalDate day;

    private int minuteOfDay;

    @Enumerated(EnumType.STRING)
    private OccurrenceState state;

    @Enumerated(EnumType.STRING)
    private OccurrenceReason reason;

    private String detail;
    private Long postId;

    @Enumerated(EnumType.STRING)
    private ContentLine line;

    private Long scriptId;
    private String touchedBy;
    private Instant changedAt;

    /** For Hibernate. */
    protected DailyOccurrence() {}

    DailyOccurrence(long shopId, long planId, LocalDate day, int minuteOfDay) {
        super(shopId);
        this.planId = planId;
        this.day = day;
        this.minuteOfDay = minuteOfDay;
    }

    void plan(long newPostId, ContentLine newLine, long newScriptId, Instant now) {
        become(OccurrenceState.PLANNED, null, null, now);
        postId = newPostId;
        line = newLine;
        scriptId = newScriptId;
    }

    void leaveOut(OccurrenceReason why, String newDetail, Instant now) {
        become(OccurrenceState.LEFT_OUT, why, newDetail, now);
    }

    void miss(Instant now) {
        become(OccurrenceState.MISSED, OccurrenceReason.DOWN, null, now);
    }

    void withdraw(OccurrenceReason why, Instant now) {
        become(OccurrenceState.WITHDRAWN, why, null, now);
    }

    /** Somebody edited its post: the plan leaves it alone from then on. */
    void touch(String by, ContentLine newLine, Long newScriptId, Instant now) {
        touchedBy = by;
        line = newLine;
        scriptId = newScriptId;
        changedAt = now;
    }

    void skip(String by, Instant now) {
        touchedBy = by;
        become(OccurrenceState.SKIPPED, OccurrenceReason.BY_HAND, null, now);
    }

    private void become(OccurrenceState next, OccurrenceReason why, String newDetail, Instant now) {
        state = next;
        reason = why;
        detail = newDetail;
        changedAt = now;
    }

    /** Whether the plan may still change it: nobody has touched it, and its time is ahead. */
    boolean isFree(Instant now, ZoneId zone) {
        return touchedBy == null && state != OccurrenceState.MISSED && at(zone).isAfter(now);
    }

    boolean isPlanned() {
        return state == OccurrenceState.PLANNED;
    }

    /** Of an hour that the clock leaves out, what it shows behind the gap; of one that comes twice, the first. */
    Instant at(ZoneId zone) {
        return day.atTime(time()).atZone(zone).toInstant();
    }

    public LocalDate day() {
        return day;
    }

    public LocalTime time() {
        return LocalTime.MIN.plusMinutes(minuteOfDay);
    }

    public int minuteOfDay() {
        return minuteOfDay;
    }

    public OccurrenceState state() {
        return state;
    }

    /** Null where a post stands for it. */
    public OccurrenceReason reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }

    /** The last post that stood for it; null if none ever did. */
    public Long postId() {
        return postId;
    }

    public ContentLine line() {
        return line;
    }

    public Long scriptId() {
        return scriptId;
    }

    /** Null while nobody has. */
    public String touchedBy() {
        return touchedBy;
    }
}
