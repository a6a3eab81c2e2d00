package io.siyu.campaign.preparation;

import io.siyu.platform.text.Visible;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a briefing goes through: the eight headings of the method, none of which may be left out.
 *
 * @param posts what to post
 * @param bringIn how many to bring in
 * @param activateWhen when to activate
 * @param activateHowMany how many to activate
 * @param firstWords what to say first
 * @param visibility who may see what
 * @param teamwork who works with whom
 * @param figures feedback and figures: what is to be reported, and when
 */
public record Agenda(
        @NotNull @Visible @Size(max = MOST) String posts,
        @NotNull @Visible @Size(max = MOST) String bringIn,
        @NotNull @Visible @Size(max = MOST) String activateWhen,
        @NotNull @Visible @Size(max = MOST) String activateHowMany,
        @NotNull @Visible @Size(max = MOST) String firstWords,
        @NotNull @Visible @Size(max = MOST) String visibility,
        @NotNull @Visible @Size(max = MOST) String teamwork,
        @NotNull @Visible @Size(max = MOST) String figures) {
    static final int MOST = 1000;
}
