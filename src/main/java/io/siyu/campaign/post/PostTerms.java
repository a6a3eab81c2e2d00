package io.siyu.campaign.post;

import io.siyu.campaign.Audience;
import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;
import io.siyu.content.script.ScriptPin;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a post is.
 *
 * @param dayNo 1 to 3 for a campaign's post, null for a daily one
 * @param day the day it goes out, in the shop's zone
 * @param visibleTo who sees it: a moment the friends of a group that the account keeps, a group post the members of a
 *     chat; null for everyone
 * @param mentions who of them is told of it by name, in words that staff understand; none of a private message
 * @param line null: its script's
 * @param script null while it has none
 * @param followUp what is sent in private afterwards to who answers it; null for nothing, as of a private message
 * @param audience narrows the campaign's; open: the campaign's own
 * @param slot which private messages are one for its followers; null for a slot of its own
 * @param variant which of the slot's texts it is; null without a slot
 */
public record PostTerms(
        Integer dayNo,
        LocalDate day,
        LocalTime at,
        PostKind kind,
        String visibleTo,
        List<String> mentions,
        ContentLine line,
        ScriptPin script,
        ScriptPin followUp,
        Audience audience,
        String slot,
        Variant variant) {
    public PostTerms {
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
    }

    /**
     * The same in another campaign.
     *
     * @param startDay that one's day one
     * @param pinning which version of a script it takes; told of no post without one
     */
    public PostTerms repeated(LocalDate startDay, UnaryOperator<ScriptPin> pinning) {
        return new PostTerms(
                dayNo,
                startDay.plusDays(dayNo - 1L),
                at,
                kind,
                visibleTo,
                mentions,
                line,
                script == null ? null : pinning.apply(script),
                followUp == null ? null : pinning.apply(followUp),
                audience,
                slot,
                variant);
    }

    public PostTerms movedTo(int newDayNo, LocalDate newDay, LocalTime time) {
        return new PostTerms(
                newDayNo, newDay, time, kind, visibleTo, mentions, line, script, followUp, audience, slot, variant);
    }

    public PostTerms onLine(ContentLine other) {
        return new PostTerms(
                dayNo, day, at, kind, visibleTo, mentions, other, script, followUp, audience, slot, variant);
    }

    public PostTerms withAudience(Audience other) {
        return new PostTerms(dayNo, day, at, kind, visibleTo, mentions, line, script, followUp, other, slot, variant);
    }

    public PostTerms withScript(ScriptPin other) {
        return new PostTerms(dayNo, day, at, kind, visibleTo, mentions, line, other, followUp, audience, slot, variant);
    }

    /** Of a post that is a slot of its own. */
    public PostTerms(
            Integer dayNo,
            LocalDate day,
            LocalTime at,
            PostKind kind,
            String visibleTo,
            List<String> mentions,
            ContentLine line,
            ScriptPin script,
            ScriptPin followUp,
            Audience audience) {
        this(dayNo, day, at, kind, visibleTo, mentions, line, script, followUp, audience, null, null);
    }
}
