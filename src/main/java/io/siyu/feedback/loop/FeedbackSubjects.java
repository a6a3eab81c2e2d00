package io.siyu.feedback.loop;

import io.siyu.campaign.CampaignRepository;
import io.siyu.content.material.MaterialRepository;
import io.siyu.content.script.ScriptRepository;
import io.siyu.feedback.FeedbackAction;
import io.siyu.feedback.FeedbackOutcome;
import io.siyu.feedback.FeedbackSubject;
import io.siyu.follower.FollowerRepository;
import io.siyu.platform.ids.Id;
import io.siyu.platform.ids.ShopOwnedRepository;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.Violation;
import io.siyu.staff.caller.Member;
import io.siyu.task.Task;
import io.siyu.task.TaskRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks that what a feedback names is of its shop, and says which field does not. */
@ApplicationScoped
public class FeedbackSubjects {
    private final TaskRepository tasks;
    private final ScriptRepository scripts;
    private final FollowerRepository followers;
    private final MaterialRepository materials;
    private final CampaignRepository campaigns;

    public FeedbackSubjects(
            TaskRepository tasks,
            ScriptRepository scripts,
            FollowerRepository followers,
            MaterialRepository materials,
            CampaignRepository campaigns) {
        this.tasks = tasks;
        this.scripts = scripts;
        this.followers = followers;
        this.materials = materials;
        this.campaigns = campaigns;
    }

    FeedbackSubject of(Member reporter, CreateFeedbackRequest request) {
        List<Violation> violations = new ArrayList<>();
        Optional<Task> task = visibleTask(reporter, request.task());
        if (request.task() != null && task.isEmpty()) {
            violations.add(unknown("task"));
        }
        require(scripts, reporter.shopId(), request.script(), "script", violations);
        require(followers, reporter.shopId(), request.follower(), "follower", violations);
        reject(violations);
        return new FeedbackSubject(
                valueOf(request.task()),
                request.script() == null
                        ? task.map(t -> t.content().scriptId()).orElse(null)
                        : valueOf(request.script()),
                request.follower() == null
                        ? task.map(t -> t.origin().followerId()).orElse(null)
                        : valueOf(request.follower()),
                task.map(t -> t.origin().campaignId()).orElse(null));
    }

    FeedbackAction actionOf(long shopId, ActOnFeedbackRequest request) {
        List<Violation> violations = new ArrayList<>();
        boolean noReason = request.reason() == null || request.reason().isBlank();
        if (request.outcome() == FeedbackOutcome.REJECTED && noReason) {
            violations.add(new Violation("reason", "ReasonNeeded", "Say why it is rejected."));
        }
        require(scripts, shopId, request.scriptId(), "scriptId", violations);
        require(materials, shopId, request.materialId(), "materialId", violations);
        require(campaigns, shopId, request.campaignId(), "campaignId", violations);
        reject(violations);
        return new FeedbackAction(
                request.outcome(),
                request.reason(),
                valueOf(request.scriptId()),
                valueOf(request.materialId()),
                valueOf(request.campaignId()));
    }

    private Optional<Task> visibleTask(Member reporter, Id id) {
        return id == null
                ? Optional.empty()
                : tasks.findIn(reporter.shopId(), id.value())
                        .filter(task -> !reporter.isOnlyStaff() || task.concerns(reporter.staffId()));
    }

    private static void require(
            ShopOwnedRepository<?> repository, long shopId, Id id, String field, List<Violation> violations) {
        if (id != null && repository.findIn(shopId, id.value()).isEmpty()) {
            violations.add(unknown(field));
        }
    }

    private static Violation unknown(String field) {
        return new Violation(field, "Unknown", "The shop has no such thing.");
    }

    private static void reject(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw ErrorCode.VALIDATION_FAILED.problem(violations.get(0).message(), violations);
        }
    }

    private static Long valueOf(Id id) {
        return id == null ? null : id.value();
    }
}
