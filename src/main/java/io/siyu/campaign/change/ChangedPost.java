package io.siyu.campaign.change;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.siyu.campaign.Audience;
import io.siyu.campaign.post.edit.PostResponse;
import io.siyu.platform.ids.Id;
import io.siyu.platform.json.HourMinute;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.LocalTime;

/**
 * What a change does to one post, with what it was before.
 *
 * @param day on which it goes out then, and at which time; null where these stay
 * @param audience null where that stays
 * @param scriptId null where that stays
 * @param before null for a post that is added
 * @param after null for one that is dropped
 */
public record ChangedPost(
        ChangeKind kind,
        Id postId,
        Integer day,

        @JsonFormat(pattern = HourMinute.FORMAT)
        @Schema(implementation = String.class, pattern = HourMinute.REGEX, examples = "09:00")
        LocalTime at,

        Audience audience,
        Id scriptId,
        Integer scriptVersion,
        PostResponse before,
        PostResponse after) {
    static ChangedPost of(ChangeKind kind, long postId) {
        return new ChangedPost(kind, Id.of(postId), null, null, null, null, null, null, null);
    }

    ChangedPost movedTo(int newDay, LocalTime newTime) {
        return new ChangedPost(kind, postId, newDay, newTime, audience, scriptId, scriptVersion, before, after);
    }

    ChangedPost showing(Audience newAudience) {
        return new ChangedPost(kind, postId, day, at, newAudience, scriptId, scriptVersion, before, after);
    }

    ChangedPost saying(long newScript, int version) {
        return new ChangedPost(kind, postId, day, at, audience, Id.of(newScript), version, before, after);
    }

    ChangedPost from(PostResponse was) {
        return new ChangedPost(kind, postId, day, at, audience, scriptId, scriptVersion, was, after);
    }

    ChangedPost to(PostResponse is) {
        return new ChangedPost(kind, postId, day, at, audience, scriptId, scriptVersion, before, is);
    }
}
