package io.siyu.campaign.preparation;

import io.siyu.platform.text.Visible;

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
        @Visible @Size(max = MOST) String posts,
        @Visible @Size(max = MOST) String bringIn,
        @Visible @Size(max = MOST) String activateWhen,
        @Visible @Size(max = MOST) String activateHowMany,
        @Visible @Size(max = MOST) String firstWords,
        @Visible @Size(max = MOST) String visibility,
        @Visible @Size(max = MOST) String teamwork,
        @Visible @Size(max = MOST) String figures) {
    static final int MOST = 1000;
}
