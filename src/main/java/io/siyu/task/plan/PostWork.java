package io.siyu.task.plan;

import io.siyu.campaign.post.PostOccurrence;
import io.siyu.content.CopyText;
import io.siyu.content.CopyVariable;
import io.siyu.content.PostKind;
import io.siyu.content.Speaker;
import io.siyu.content.script.PinnedScript;
import io.siyu.content.script.ScriptContent;
import io.siyu.staff.Account;
import io.siyu.staff.AccountPeople;
import io.siyu.task.Task;
import io.siyu.task.TaskContent;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskOrigin;
import io.siyu.task.TaskTimes;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a post asks of one account.
 *
 * @param script in the version that the post keeps, null for a post without one
 * @param times when it goes out, by when it should be out, and after which it would say something untrue
 */
record PostWork(PostOccurrence post, Account account, Speaker speaker, PinnedScript script, TaskTimes times) {
    /** A post goes out once on an account. */
    private static final String ONCE = "1";

    static PostWork of(PostOccurrence post, Account account, Speaker speaker, PinnedScript script, PostTimes times) {
        return new PostWork(post, account, speaker, script, times.of(post));
    }

    static TaskKind kindOf(PostOccurrence post) {
        return TaskKind.valueOf(post.kind().name());
    }

    Key key() {
        return new Key(post.postId(), account.id());
    }

    /** Which task it is. */
    record Key(long postId, long accountId) {
        static Key of(Task task) {
            return new Key(task.origin().postId(), task.origin().accountId());
        }
    }

    /** @param people those around the account: who works for it when the post goes out has the task */
    Task task(AccountPeople people) {
        TaskOrigin origin =
                new TaskOrigin(kindOf(post), post.campaignId(), post.dayNo(), post.postId(), account.id(), null, ONCE);
        Task task = Task.planned(post.shopId(), origin, content(), null, times.opensAt(), times.dueAt())
                .validUntil(times.validUntil());
        task.giveTo(people.at(post.at()));
        return task;
    }

    /** The script's words for this account; a recipient's variables stay in. */
    TaskContent content() {
        if (script == null) {
            return new TaskContent(zh(post.kind()), post.visibleTo(), null, null, null, null, null, List.of());
        }
        Map<CopyVariable, String> values = new EnumMap<>(CopyVariable.class);
        values.putAll(post.values());
        values.putAll(speaker.values());
        ScriptContent says = script.content();
        return new TaskContent(
                script.script().title(),
                post.visibleTo(),
                script.script().id(),
                script.pin().version(),
                says.copyText().render(values),
                says.firstComment() == null ? null : new CopyText(says.firstComment()).render(values),
                says.staffNotes(),
                says.media());
    }

    /** Takes what the post now asks over into its task. */
    boolean applyTo(Task task, Instant now) {
        String note = noteOn(task);
        return task.replan(content(), post.dayNo(), times, note, now);
    }

    private String noteOn(Task task) {
        boolean moved = !post.at().equals(task.opensAt());
        boolean rewritten = !Objects.equals(content(), task.content());
        if (moved && rewritten) {
            return "时间和话术已更新";
        }
        return moved ? "时间已更新" : "话术已更新";
    }

    private static String zh(PostKind kind) {
        return switch (kind) {
            case MOMENT -> "朋友圈";
            case GROUP -> "社群";
            case PRIVATE -> "私聊";
        };
    }
}
