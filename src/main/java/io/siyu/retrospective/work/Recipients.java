package io.siyu.retrospective.work;

/** What became of private messages. */
public record Recipients(int planned, int sent, int failed, int skipped, int missed, int pending) {
    public static final Recipients NONE = new Recipients(0, 0, 0, 0, 0, 0);

    public Recipients plus(Recipients other) {
        return new Recipients(
                planned + other.planned,
                sent + other.sent,
                failed + other.failed,
                skipped + other.skipped,
                missed + other.missed,
                pending + other.pending);
    }
}
