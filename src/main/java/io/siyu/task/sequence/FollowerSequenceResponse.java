package io.siyu.task.sequence;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.siyu.buyer.Tier;
import io.siyu.content.script.PinnedScript;
import io.siyu.content.script.ScriptPin;
import io.siyu.platform.ids.Id;
import io.siyu.platform.json.HourMinute;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * A sequence.
 *
 * @param welcome null for none
 * @param version counts its edits, for If-Match
 */
public record FollowerSequenceResponse(
        Id id,
        Id shopId,
        String name,
        SequenceBasis basis,
        SequenceStatus status,
        List<Step> steps,
        List<Id> accounts,
        List<Tier> tiers,
        Welcome welcome,
        String createdBy,
        Instant createdAt,
        int version) {
    /** @param newerScriptVersion there to be taken; null while the step has the newest */
    @Schema(name = "SequenceStepResponse")
    public record Step(
            int day,

            @JsonFormat(pattern = HourMinute.FORMAT)
            @Schema(implementation = String.class, pattern = HourMinute.REGEX, examples = "10:00")
            LocalTime at,

            Id scriptId,
            int scriptVersion,
            Integer newerScriptVersion) {}

    /** @param newerScriptVersion there to be taken; null while it has the newest */
    @Schema(name = "SequenceWelcomeResponse")
    public record Welcome(Id scriptId, int scriptVersion, Integer newerScriptVersion) {}

    static FollowerSequenceResponse from(FollowerSequence sequence, Map<ScriptPin, PinnedScript> scripts) {
        SequenceTerms terms = sequence.terms();
        return new FollowerSequenceResponse(
                Id.of(sequence.id()),
                Id.of(sequence.shopId()),
                sequence.name(),
                sequence.basis(),
                sequence.status(),
                terms.steps().stream().map(step -> of(step, scripts)).toList(),
                terms.accounts(),
                terms.tiers(),
                of(terms.welcome(), scripts),
                sequence.createdBy(),
                sequence.createdAt(),
                sequence.revision());
    }

    private static Step of(SequenceStep step, Map<ScriptPin, PinnedScript> scripts) {
        return new Step(step.day(), step.at(), step.scriptId(), step.scriptVersion(), newer(scripts.get(step.pin())));
    }

    private static Welcome of(SequenceWelcome welcome, Map<ScriptPin, PinnedScript> scripts) {
        return welcome == null
                ? null
                : new Welcome(welcome.scriptId(), welcome.scriptVersion(), newer(scripts.get(welcome.pin())));
    }

    private static Integer newer(PinnedScript script) {
        return script != null && script.isOutdated() ? script.script().contentVersion() : null;
    }
}
