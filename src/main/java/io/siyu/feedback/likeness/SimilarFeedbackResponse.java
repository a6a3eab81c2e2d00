package io.siyu.feedback.likeness;

import io.siyu.feedback.loop.FeedbackResponse;

import java.util.List;

/**
 * An open feedback that may say the same, and why it is thought so.
 *
 * @param sharedSubjects what both are about
 * @param textLikeness share of neighbouring letters that both texts have, from 0 to 1, two decimals; from 0.5 on texts count as
 *     alike
 */
public record SimilarFeedbackResponse(
        FeedbackResponse feedback, boolean sameKind, List<SubjectKind> sharedSubjects, double textLikeness) {}
