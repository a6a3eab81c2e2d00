package io.siyu.campaign.post.edit;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.siyu.buyer.Tier;
import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.post.PostTerms;
import io.siyu.content.ContentLine;
import io.siyu.content.ContentScene;
import io.siyu.content.PostKind;
import io.siyu.content.material.MediaItem;
import io.siyu.content.script.Script;
import io.siyu.content.script.ScriptContent;
import io.siyu.content.script.ScriptPin;
import io.siyu.platform.json.HourMinute;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;

/** A proven way to fill the three days: scripts, and the posts that use them. A data file under playbooks/. */
public record Playbook(String name, List<PlaybookScript> scripts, List<PlaybookPost> posts) {

    /** What scripts and posts made from it are known by, within a shop or a campaign. */
    public String keyOf(String itemKey) {
        return name + "/" + itemKey;
    }

    /** The content line of a post is that of its script. */
    ContentLine lineOf(PlaybookPost post) {
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

    /** A post as the playbook has it. */
    public record PlaybookPost(
            String key,
            int day,
            @JsonFormat(pattern = HourMinute.FORMAT) LocalTime at,
            PostKind kind,
            String script,
            List<Tier> tiers) {
        Audience audience() {
            return new Audience(tiers, List.of(), List.of());
        }

        PostTerms terms(Campaign campaign, ScriptPin pinned, ContentLine line) {
            return new PostTerms(
                    day,
                    campaign.startDay().plusDays(day - 1L),
                    at,
                    kind,
                    null,
                    List.of(),
                    line,
                    pinned,
                    null,
                    audience());
        }

        /** Whether it is on one of the campaign's days and for anyone of its tiers. */
        boolean fits(Audience campaignAudience, int campaignDays) {
            return day <= campaignDays
                    && (tiers == null
                            || campaignAudience.tiers().isEmpty()
                            || tiers.stream().anyMatch(campaignAudience.tiers()::contains));
        }
    }
}
