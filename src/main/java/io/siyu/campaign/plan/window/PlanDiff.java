package io.siyu.campaign.plan.window;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.calendar.AbsorbedWindow;
import io.siyu.campaign.calendar.PlanWindow;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What accepting a plan would do to a shop's campaigns. Every window of the plan is created, kept, the end of a move,
 * absorbed by an untouchable campaign, has begun, or begins too soon; every draft that nobody has touched is kept, moved or removed.
 *
 * @param create windows that need a draft
 * @param keep drafts that are where the plan wants one
 * @param move drafts whose window lies elsewhere now
 * @param remove drafts that the plan has no use for
 * @param untouchable campaigns that stay as they are, with the windows that give way to them
 * @param begun windows whose first day is over
 * @param tooSoon windows that begin before all could be prepared in time
 */
public record PlanDiff(
        List<PlanWindow> create,
        List<Change> keep,
        List<Change> move,
        List<Campaign> remove,
        List<Standing> untouchable,
        List<PlanWindow> begun,
        List<PlanWindow> tooSoon) {
    private static final int TAG_BYTES = 12;

    /** An untouched draft, and the window that it stands for from now on. */
    public record Change(Campaign draft, PlanWindow window) {
        boolean isNone() {
            return draft.standsFor(window);
        }
    }

    /** A campaign that stays, and what it absorbs. */
    public record Standing(Campaign campaign, WhyUntouchable why, List<AbsorbedWindow> absorbed) {}

    /** Whether accepting it would change nothing. */
    public boolean isEmpty() {
        return create.isEmpty()
                && move.isEmpty()
                && remove.isEmpty()
                && renamed().isEmpty();
    }

    /** Drafts that stay where they are, for another reason. */
    public List<Change> renamed() {
        return keep.stream().filter(change -> !change.isNone()).toList();
    }

    /** Two diffs that would change the same things have the same tag. */
    public String tag() {
        List<String> changes = new ArrayList<>();
        create.forEach(window -> changes.add("create " + wordsOf(window)));
        renamed().forEach(change -> changes.add("keep " + wordsOf(change)));
        move.forEach(change -> changes.add("move " + wordsOf(change)));
        remove.forEach(draft -> changes.add("remove " + draft.id()));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", changes).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String wordsOf(Change change) {
        return change.draft().id() + " " + wordsOf(change.window());
    }

    private static String wordsOf(PlanWindow window) {
        return window.startDay() + " " + window.source() + " " + window.node();
    }
}
