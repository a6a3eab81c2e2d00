package io.siyu.content.script.preview;

import io.siyu.content.CheckResponse;
import io.siyu.platform.ids.Id;

import java.util.List;

/**
 * A script as one follower reads it.
 *
 * @param unresolved the variables in it, as written, that have no value for this follower
 * @param violations what the text breaks as it reads here
 */
public record PreviewResponse(
        Id scriptId,
        int scriptVersion,
        Id followerId,
        String copy,
        String firstComment,
        List<String> unresolved,
        List<CheckResponse.Found> violations) {}
