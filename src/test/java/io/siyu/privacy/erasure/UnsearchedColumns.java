package io.siyu.privacy.erasure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Columns that an erasure does not look through, and why no buyer is named there afterwards. */
final class UnsearchedColumns {
    /** Of the scheduler and of the migrations, which know nothing of buyers. */
    private static final List<String> TABLES = List.of("qrtz_", "flyway_schema_history.");

    private static final Map<String, String> REASONS = reasons();

    private UnsearchedColumns() {}

    static Optional<String> why(String column) {
        return TABLES.stream().anyMatch(column::startsWith)
                ? Optional.of("tables of libraries")
                : Optional.ofNullable(REASONS.get(column));
    }

    static Set<String> columns() {
        return REASONS.keySet();
    }

    private static Map<String, String> reasons() {
        Map<String, String> reasons = new HashMap<>();
        put(reasons, "words of the program: statuses, kinds, codes, roles", """
                        accepted_plan.basis accepted_plan.cadence_reason accepted_plan.confidence accepted_plan.nodes
                        accepted_plan.scope account.kind account_group.status audit_event.action audit_event.thing contact_reveal.kind staff.status buyer.tier buyer_erasure_place.place buyer_erasure_place.obstacle
                        buyer_erasure.status buyer_identity.kind buyer_merge.proved_by buyer_merge_key.kind
                        buyer_erased_key.kind buyer_opt_out_key.kind buyer_privacy_event.kind buyer_tier_move.from_tier
                        buyer_tier_move.to_tier campaign.mechanic campaign.node campaign.playbook campaign.source campaign.status campaign_change.status
                        daily_occurrence.line daily_occurrence.reason daily_occurrence.state daily_plan.status playbook.playbook_key
                        follower_sequence.basis follower_sequence.status follower_sequence_occurrence.reason follower_sequence_occurrence.state
                        campaign_audience.reason campaign_audience.state campaign_audience.tier campaign_post.kind campaign_post.line campaign_post.playbook_key
                        campaign_event.kind campaign_event.outcome campaign_event.subject
                        campaign_preparation.item campaign_preparation.state campaign_review.decision
                        campaign_transition.from_status campaign_transition.overridden campaign_transition.to_status
                        cycle_figure.basis cycle_figure.kind feedback.kind feedback.outcome feedback.status feedback_count.status
                        feedback_event.from_status feedback_event.to_status follower.status follower.tier follower_loss.reason follower_distribution.status
                        follower_before_merge.status follower_before_merge.tier follower_count.status
                        contact.kind contact.variant contact_breach.broken
                        follower_count.tier forecast_fit.model forecast_fit.outcome forecast_fit.status
                        hook_delivery.source hook_delivery.status hook_delivery.topic hook_order.source
                        hook_order_number.source hook_refund.source hook_secret.source material.content_type
                        order_import.format order_import.status order_import_reject.col order_import_warning.col
                        rebuilt_figure.basis rebuilt_figure.kind reencryption.table_name privacy_check.kind script.kind script.line script.scene
                        script.playbook_key shop.currency shop.platform shop.time_zone shop_order.exclusion
                        shop_order.source shop_order.status staff.roles staff.login_roles task.kind task.occurrence task.status task.reason_code task.wait_limit
                        task_recipient.outcome task_event.from_status task_event.to_status task_event.type task_recipient.state
                        task_recipient.tier tier_run.cycle_basis
                """);
        put(reasons, "figures and settings, written by the program or refused if they are none", """
                        accepted_plan.ladder follower_distribution.request forecast_fit.no_fit forecast_fit.tried shop.cadence_ladder shop.settings
                        tier_policy.rules tier_run.spend_percentiles working_calendar.calendar staff.working_hours
                """);
        put(reasons, "a word each, by which people tell variants of a message apart", """
                        campaign_audience_variant.slot campaign_audience_variant.variant campaign_post.slot campaign_post.variant
                """);
        put(reasons, "sentences of the program, with figures alone in them", """
                        buyer_tier_move.reason forecast_fit.failure
                """);
        put(reasons, "names of staff and what their login calls them, who are not forgotten as buyers", """
                        accepted_plan.accepted_by briefing_acknowledgement.acknowledged_by buyer_segment.created_by
                        briefing_question.answered_by briefing_question.asked_by
                        campaign.created_by campaign_briefing.held_by campaign_change.proposed_by campaign_change.settled_by
                        daily_occurrence.touched_by daily_plan.created_by follower_sequence.created_by playbook.created_by playbook_version.written_by campaign_comment.written_by campaign_event.done_by
                        campaign_revision.made_by campaign_objection.raised_by
                        campaign_objection.resolved_by campaign_preparation.changed_by campaign_review.reviewer
                        campaign_transition.moved_by forecast_fit.requested_by hook_secret.changed_by
                        material.uploaded_by order_import.requested_by script_version.written_by
                        shop_word_list.changed_by working_calendar.changed_by staff.display_name staff.username tier_policy.changed_by
                        audit_event.staff_name audit_event.subject staff.issuer staff.subject membership.issuer membership.subject contact_reveal.issuer
                        contact_reveal.subject contact_reveal_fence.issuer contact_reveal_fence.subject staff_invitation.username
                        """);
        put(reasons, "the shop's own name", """
                        shop.name
                """);
        put(reasons, "names of replicas, requests and files, of the program's own making", """
                        follower_distribution.lease_owner forecast_schedule.lease_owner webhook_lease.lease_owner order_import.stored_as shop_write_lock.owner
                        import_lease.lease_owner schema_lease.lease_owner tier_run.lease_owner
                        audit_event.request_id
                        """);
        put(
                reasons,
                "numbers that platforms give to orders and events, by which these are known again: the orders stay",
                """
                        hook_delivery.order_no hook_order.external_id hook_order.order_no hook_order.latest_no
                        hook_order_number.external_id hook_order_number.other_no hook_refund.external_id
                        hook_refund.refund_id shop_order.order_no
                """);
        put(reasons, "emptied or deleted when the buyer is erased", """
                        buyer.contact_hash buyer.platform_id buyer_identity.key_hash buyer_merge.contact_hash
                        buyer_merge.kept_platform_id buyer_merge_key.key_hash
                """);
        put(reasons, "what an erasure looks for, and where it stands; emptied when it is over", """
                        buyer_erasure_place.checkpoint buyer_erasure.words_enc
                """);
        put(reasons, "ids of things", """
                        buyer_erasure_place.perhaps_ids
                        audit_event.thing_id feedback.pictures follower_sequence.terms material.origin
                        """);
        put(reasons, "hashes, out of which nothing is read", """
                        buyer_erased_key.key_hash buyer_opt_out_key.key_hash hook_delivery.delivery_key idempotency_key.key_hash
                        idempotency_key.request_hash shop_order.content_hash task.completion_key
                """);
        put(reasons, "sentences of the program, encrypted and hashed", """
                        privacy_check.known_enc privacy_check.known_hash
                """);
        put(reasons, "encrypted secrets of the shop", """
                        hook_secret.previous_enc hook_secret.secret_enc
                """);
        return reasons;
    }

    private static void put(Map<String, String> reasons, String why, String columns) {
        for (String column : columns.strip().split("\\s+")) {
            reasons.put(column, why);
        }
    }
}
