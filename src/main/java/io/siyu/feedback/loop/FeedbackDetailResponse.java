package io.siyu.feedback;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import java.util.List;

/** A feedback with its way so far. */
public record FeedbackDetailResponse(@JsonUnwrapped FeedbackResponse feedback, List<FeedbackStep> history) {}
