package io.siyu.feedback;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What was done about a feedback, and the things it led to.
 *
 * @param answer what was answered
 * @param scriptVersion the one that says it otherwise
 */
@Embeddable
public record FeedbackAction(
        @Enumerated(EnumType.STRING) @Column(name = "outcome")
        FeedbackOutcome outcome,

        String reason,
        String answer,
        @Column(name = "action_script_id") Long scriptId,
        @Column(name = "action_script_version") Integer scriptVersion,
        @Column(name = "action_material_id") Long materialId,
        @Column(name = "action_campaign_id") Long campaignId) {}
