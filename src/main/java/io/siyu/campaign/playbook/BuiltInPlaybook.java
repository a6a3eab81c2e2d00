package io.siyu.campaign.playbook;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.siyu.buyer.Tier;
import io.siyu.campaign.Audience;
import io.siyu.content.ContentLine;
import io.siyu.content.ContentScene;
import io.siyu.content.PostKind;
import io.siyu.content.material.MediaItem;
import io.siyu.content.script.Script;
import io.siyu.content.script.ScriptContent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.json.HourMinute;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/**
 * A proven way to fill the three days, with the scripts that it needs: they are made once a shop and are the shop's from
 * then on. A data file under playbooks/.
 */
public record BuiltInPlaybook(String name, List<PlaybookScript> scripts, List<ScriptedPost> posts) {
    /** What the data files have been since the first version. */
    static final int VERSION = 1;

    /** What scripts made from it are known by, within a shop. */
    String keyOf(String itemKey) {
        return name + "/" + itemKey;
    }

    /** The content line of a post is that of its script. */
    ContentLine lineOf(ScriptedPost post) {
        return scripts.stream()
                .filter(script -> script.key().equals(post.script()))
                .map(PlaybookScript::line)
                .findFirst()
                .orElseThrow();
    }

    /** A script as the playbook has it. */
    public record PlaybookScript(
            String key,
            String title,
            PostKind kind,
            ContentLine line,
            ContentScene scene,
            String copy,
            String firstComment,
            String staffNotes,
            List<MediaItem> media) {
        Script toScript(long shopId, Instant now) {
            ScriptContent content = new ScriptContent(copy, media, firstComment, staffNotes);
            return new Script(shopId, title, kind, line, scene, content, now);
        }
    }

    /** A post as the data file has it, with the key of its script. */
    public record ScriptedPost(
            String key,
            int day,
            @JsonFormat(pattern = HourMinute.FORMAT) LocalTime at,
            PostKind kind,
            String script,
            List<Tier> tiers) {
        PlaybookPost of(ContentLine line, Id scriptId) {
            Audience audience = new Audience(tiers, List.of(), List.of());
            return new PlaybookPost(key, day, at, kind, null, List.of(), line, scriptId, null, audience);
        }
    }
}
