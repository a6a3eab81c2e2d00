package io.siyu.campaign.post;

import io.siyu.campaign.Audience;
import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * What a post is.
 *
 * @param dayNo 1 to 3 for a campaign's post, null for a daily one
 * @param day the day it goes out, in the shop's zone
 * @param visibleTo who sees it: a moment the friends of a group that the account keeps, a group post the members of a
 *     chat; null for everyone
 * @param line null: its script's
 * @param scriptId null while it has none
 * @param audience narrows the campaign's; open: the campaign's own
 */
public record PostTerms(
        Integer dayNo,
        LocalDate day,
        LocalTime at,
        PostKind kind,
        String visibleTo,
        ContentLine line,
        Long scriptId,
        Audience audience) {}
