package io.siyu.campaign.preparation;

import jakarta.validation.constraints.NotBlank;
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
        @NotBlank @Size(max = MOST) String posts,
        @NotBlank @Size(max = MOST) String bringIn,
        @NotBlank @Size(max = MOST) String activateWhen,
        @NotBlank @Size(max = MOST) String activateHowMany,
        @NotBlank @Size(max = MOST) String firstWords,
        @NotBlank @Size(max = MOST) String visibility,
        @NotBlank @Size(max = MOST) String teamwork,
        @NotBlank @Size(max = MOST) String figures) {
    static final int MOST = 1000;
}
