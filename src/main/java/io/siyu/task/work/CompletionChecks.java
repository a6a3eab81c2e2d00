package io.siyu.task.work;

import io.siyu.content.material.MaterialRepository;
import io.siyu.content.script.ScriptRepository;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.Violation;
import io.siyu.task.Task;
import io.siyu.task.TaskKind;
import io.siyu.task.queue.CompleteTaskRequest;
import io.siyu.task.recipient.RecipientTick;
import io.siyu.task.recipient.TaskRecipients;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether a completion fits its task. */
@ApplicationScoped
class CompletionChecks {
    private final TaskRecipients recipients;
    private final MaterialRepository materials;
    private final ScriptRepository scripts;

    CompletionChecks(TaskRecipients recipients, MaterialRepository materials, ScriptRepository scripts) {
        this.recipients = recipients;
        this.materials = materials;
        this.scripts = scripts;
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 with all that does not fit */
    void require(Task task, CompleteTaskRequest request) {
        List<Violation> violations = new ArrayList<>();
        addProofs(task, request, violations);
        addScriptVersion(task, request, violations);
        addRecipients(task, request, violations);
        if (task.kind() != TaskKind.ADD_FRIEND && request.result().outcome() != null) {
            violations.add(new Violation("result.outcome", "OnlyAddFriend", "Only adding a friend has an outcome."));
        }
        if (!violations.isEmpty()) {
            throw ErrorCode.VALIDATION_FAILED.problem("The completion does not fit the task.", violations);
        }
    }

    private void addProofs(Task task, CompleteTaskRequest request, List<Violation> violations) {
        for (Id proof : request.proofMaterialIds()) {
            if (materials.findIn(task.shopId(), proof.value()).isEmpty()) {
                violations.add(new Violation(
                        "proofMaterialIds[" + request.proofMaterialIds().indexOf(proof) + "]",
                        "UnknownMaterial",
                        proof + " is no material of this shop."));
            }
        }
    }

    private void addScriptVersion(Task task, CompleteTaskRequest request, List<Violation> violations) {
        Long script = task.content().scriptId();
        if (request.scriptVersion() == null
                || request.scriptVersion().equals(task.content().scriptVersion())) {
            return;
        }
        boolean isKnown = script != null
                && scripts.findIn(task.shopId(), script)
                        .filter(s -> request.scriptVersion() <= s.contentVersion())
                        .isPresent();
        if (!isKnown) {
            violations.add(new Violation("scriptVersion", "UnknownVersion", "The task's script has no such version."));
        }
    }

    private void addRecipients(Task task, CompleteTaskRequest request, List<Violation> violations) {
        if (!task.kind().hasRecipients() && !request.recipients().isEmpty()) {
            violations.add(new Violation("recipients", "OnlyPrivate", "Only private messages have recipients."));
            return;
        }
        List<Id> named =
                request.recipients().stream().map(RecipientTick::followerId).toList();
        Set<Id> strangers = recipients.strangers(task.shopId(), task.id(), named);
        strangers.forEach(s -> violations.add(new Violation(
                "recipients[" + named.indexOf(s) + "]", "UnknownRecipient", s + " is no recipient of this task.")));
    }
}
