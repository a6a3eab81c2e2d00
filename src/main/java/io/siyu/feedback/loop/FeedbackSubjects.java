package io.siyu.feedback.loop;

import io.siyu.content.material.Material;
import io.siyu.content.material.MaterialRepository;
import io.siyu.content.script.ScriptRepository;
import io.siyu.feedback.FeedbackSubject;
import io.siyu.follower.FollowerRepository;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.Violation;
import io.siyu.platform.sql.Sql;
import io.siyu.staff.caller.Member;
import io.siyu.task.Task;
import io.siyu.task.TaskRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks that what a feedback names is of its shop, and says which field does not. */
@ApplicationScoped
public class FeedbackSubjects {
    private final TaskRepository tasks;
    private final ScriptRepository scripts;
    private final FollowerRepository followers;
    private final MaterialRepository materials;
    private final Sql sql;

    public FeedbackSubjects(
            TaskRepository tasks,
            ScriptRepository scripts,
            FollowerRepository followers,
            MaterialRepository materials,
            Sql sql) {
        this.tasks = tasks;
        this.scripts = scripts;
        this.followers = followers;
        this.materials = materials;
        this.sql = sql;
    }

    FeedbackSubject of(Member reporter, CreateFeedbackRequest request) {
        List<Violation> violations = new ArrayList<>();
        Optional<Task> task = visibleTask(reporter, request.task());
        if (request.task() != null && task.isEmpty()) {
            violations.add(ShopThings.unknown("task"));
        }
        ShopThings.require(scripts, reporter.shopId(), request.script(), "script", violations);
        ShopThings.require(followers, reporter.shopId(), request.follower(), "follower", violations);
        requireOrder(reporter.shopId(), request.order(), violations);
        ShopThings.reject(violations);
        return new FeedbackSubject(
                ShopThings.valueOf(request.task()),
                request.script() == null
                        ? task.map(t -> t.content().scriptId()).orElse(null)
                        : ShopThings.valueOf(request.script()),
                request.follower() == null
                        ? task.map(t -> t.origin().followerId()).orElse(null)
                        : ShopThings.valueOf(request.follower()),
                task.map(t -> t.origin().campaignId()).orElse(null),
                ShopThings.valueOf(request.order()),
                request.product() == null ? null : request.product().strip());
    }

    /** Ids of materials, each once. */
    List<Long> pictures(long shopId, CreateFeedbackRequest request) {
        if (request.pictures() == null) {
            return List.of();
        }
        List<Long> wanted =
                request.pictures().stream().map(Id::value).distinct().toList();
        Map<Long, Material> found =
                materials.listIn(shopId, wanted).stream().collect(Collectors.toMap(Material::id, Function.identity()));
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < request.pictures().size(); i++) {
            Material material = found.get(request.pictures().get(i).value());
            String field = "pictures[" + i + "]";
            if (material == null) {
                violations.add(ShopThings.unknown(field));
            } else if (!material.contentType().startsWith("image/")) {
                violations.add(new Violation(field, "NoPicture", "This material is no picture."));
            }
        }
        ShopThings.reject(violations);
        return wanted;
    }

    private Optional<Task> visibleTask(Member reporter, Id id) {
        return id == null
                ? Optional.empty()
                : tasks.findIn(reporter.shopId(), id.value())
                        .filter(task -> !reporter.isOnlyStaff() || task.concerns(reporter.staffId()));
    }

    private void requireOrder(long shopId, Id order, List<Violation> violations) {
        boolean isThere = order == null
                || sql.first(
                                "SELECT id FROM shop_order WHERE shop_id = ? AND id = ?",
                                row -> row.longAt("id"),
                                shopId,
                                order.value())
                        .isPresent();
        if (!isThere) {
            violations.add(ShopThings.unknown("order"));
        }
    }
}
