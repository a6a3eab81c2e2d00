package io.siyu.campaign.post;

import io.siyu.campaign.Audience;
import io.siyu.campaign.AudienceConverter;
import io.siyu.campaign.Campaign;
import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;
import io.siyu.content.script.ScriptPin;
import io.siyu.platform.ids.ShopOwned;
import io.siyu.platform.json.TextsConverter;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** One planned publication of a campaign, or a daily one of the shop. */
@Entity
public class CampaignPost extends ShopOwned {
    private static final int SECONDS_A_MINUTE = 60;

    private Long campaignId;
    private Integer dayNo;

    @Column(name = "post_day")
    private LocalDate day;

    private int minuteOfDay;

    @Enumerated(EnumType.STRING)
    private PostKind kind;

    private String visibleTo;

    @Enumerated(EnumType.STRING)
    private ContentLine line;

    private Long scriptId;
    private Integer scriptVersion;

    @Convert(converter = TextsConverter.class)
    private List<String> mentions;

    private Long followUpScriptId;
    private Integer followUpVersion;

    @Convert(converter = AudienceConverter.class)
    private Audience audience;

    private String slot;

    @Convert(converter = VariantConverter.class)
    private Variant variant;

    private String playbookKey;
    private boolean removed;
    private Instant createdAt;

    /** For Hibernate. */
    protected CampaignPost() {}

    private CampaignPost(long shopId, Long campaignId, PostTerms terms, Instant createdAt) {
        super(shopId);
        this.campaignId = campaignId;
        this.createdAt = createdAt;
        take(terms);
    }

    public static CampaignPost of(Campaign campaign, PostTerms terms, Instant createdAt) {
        return new CampaignPost(campaign.shopId(), campaign.id(), terms, createdAt);
    }

    public static CampaignPost daily(long shopId, PostTerms terms, Instant createdAt) {
        return new CampaignPost(shopId, null, terms, createdAt);
    }

    /** Marks it as made by a playbook, so that filling the sequence again does not repeat it. */
    public void comeFromPlaybook(String key) {
        playbookKey = key;
    }

    /** @return whether anything changed */
    public boolean change(PostTerms terms) {
        if (terms.equals(terms())) {
            return false;
        }
        take(terms);
        return true;
    }

    private void take(PostTerms terms) {
        dayNo = terms.dayNo();
        day = terms.day();
        minuteOfDay = terms.at().toSecondOfDay() / SECONDS_A_MINUTE;
        kind = terms.kind();
        visibleTo = terms.visibleTo();
        line = terms.line();
        scriptId = terms.script() == null ? null : terms.script().scriptId();
        scriptVersion = terms.script() == null ? null : terms.script().version();
        mentions = terms.mentions();
        followUpScriptId = terms.followUp() == null ? null : terms.followUp().scriptId();
        followUpVersion = terms.followUp() == null ? null : terms.followUp().version();
        audience = terms.audience();
        slot = terms.slot();
        variant = terms.variant();
    }

    /** Its campaign starts on another day. */
    public void follow(LocalDate startDay) {
        day = startDay.plusDays(dayNo - 1L);
    }

    /** It will not go out. Its row stays, because tasks may have been made of it. */
    public void remove() {
        removed = true;
    }

    /** It goes out after all. @return whether it was not to */
    public boolean restore() {
        boolean was = removed;
        removed = false;
        return was;
    }

    public PostTerms terms() {
        return new PostTerms(
                dayNo, day, at(), kind, visibleTo, mentions, line, script(), followUp(), audience, slot, variant);
    }

    /** Null for a daily post. */
    public Long campaignId() {
        return campaignId;
    }

    public boolean isDaily() {
        return campaignId == null;
    }

    /** 1 to 3, null for a daily post. */
    public Integer dayNo() {
        return dayNo;
    }

    public LocalDate day() {
        return day;
    }

    /** Local time in the shop's zone. */
    public LocalTime at() {
        return LocalTime.MIN.plusMinutes(minuteOfDay);
    }

    public int minuteOfDay() {
        return minuteOfDay;
    }

    public Instant scheduledAt(ZoneId zone) {
        return day.atTime(at()).atZone(zone).toInstant();
    }

    public PostKind kind() {
        return kind;
    }

    public String visibleTo() {
        return visibleTo;
    }

    /** Null: its script's. */
    public ContentLine line() {
        return line;
    }

    /** The script in the version that it keeps, null while it has none. */
    public ScriptPin script() {
        return scriptId == null ? null : new ScriptPin(scriptId, scriptVersion);
    }

    /** Null without one. */
    public ScriptPin followUp() {
        return followUpScriptId == null ? null : new ScriptPin(followUpScriptId, followUpVersion);
    }

    public List<String> mentions() {
        return mentions;
    }

    /** Narrows the campaign's; open: the campaign's own. */
    public Audience audience() {
        return audience;
    }

    /** Which private messages are one for its followers; null for a slot of its own. */
    public String slot() {
        return slot;
    }

    /** Null without a slot. */
    public Variant variant() {
        return variant;
    }

    public String playbookKey() {
        return playbookKey;
    }

    public boolean isRemoved() {
        return removed;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
