package io.siyu.feedback.loop;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.siyu.feedback.FeedbackStep;

import java.util.List;

/** A feedback with its way so far. */
public record FeedbackDetailResponse(@JsonUnwrapped FeedbackResponse feedback, List<FeedbackStep> history) {}
