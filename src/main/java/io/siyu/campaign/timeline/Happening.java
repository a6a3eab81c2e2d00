package io.siyu.campaign.timeline;

/**
 * One line of a campaign's timeline, besides who and when.
 *
 * @param subject what it is about; null if that is the campaign
 * @param outcome what came of it; null if nothing can
 * @param text in people's own words; null if they said none
 */
public record Happening(TimelineKind kind, String subject, String outcome, String text) {
    public static Happening of(TimelineKind kind, Object subject, Object outcome, String text) {
        return new Happening(kind, textOf(subject), textOf(outcome), text);
    }

    private static String textOf(Object value) {
        return value == null ? null : value.toString();
    }
}
