package io.siyu.campaign.revision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.siyu.platform.ids.Id;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What differs between two contents of a campaign: its own fields, and post by post those of its posts. */
public final class RevisionDifference {
    private static final String POSTS = "posts";
    private static final String POST_ID = "postId";

    private final List<RevisionChange> changes = new ArrayList<>();

    private RevisionDifference() {}

    /** What became of a thing. */
    public enum RevisionChangeKind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /**
     * One difference.
     *
     * @param postId null for a field of the campaign itself
     * @param field null if the whole post was added or removed
     * @param before as text, JSON where it is more than a text or number; null for nothing
     */
    public record RevisionChange(RevisionChangeKind kind, Id postId, String field, String before, String after) {}

    static List<RevisionChange> between(JsonNode from, JsonNode to) {
        RevisionDifference difference = new RevisionDifference();
        difference.compare(null, from, to);
        difference.comparePosts(byId(from.path(POSTS)), byId(to.path(POSTS)));
        return difference.changes;
    }

    private void comparePosts(Map<String, JsonNode> from, Map<String, JsonNode> to) {
        Set<String> all = new LinkedHashSet<>(from.keySet());
        all.addAll(to.keySet());
        for (String id : all) {
            JsonNode before = from.getOrDefault(id, MissingNode.getInstance());
            JsonNode after = to.getOrDefault(id, MissingNode.getInstance());
            if (before.isMissingNode() || after.isMissingNode()) {
                RevisionChangeKind kind =
                        before.isMissingNode() ? RevisionChangeKind.ADDED : RevisionChangeKind.REMOVED;
                changes.add(new RevisionChange(kind, Id.fromString(id), null, textOf(before), textOf(after)));
            } else {
                compare(Id.fromString(id), before, after);
            }
        }
    }

    private void compare(Id post, JsonNode from, JsonNode to) {
        Set<String> fields = new LinkedHashSet<>();
        from.fieldNames().forEachRemaining(fields::add);
        to.fieldNames().forEachRemaining(fields::add);
        fields.remove(POSTS);
        for (String field : fields) {
            if (!from.path(field).equals(to.path(field))) {
                changes.add(new RevisionChange(
                        RevisionChangeKind.CHANGED, post, field, textOf(from.path(field)), textOf(to.path(field))));
            }
        }
    }

    private static Map<String, JsonNode> byId(JsonNode posts) {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        for (Iterator<JsonNode> all = posts.elements(); all.hasNext(); ) {
            JsonNode post = all.next();
            byId.put(post.path(POST_ID).asText(), post);
        }
        return byId;
    }

    private static String textOf(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
