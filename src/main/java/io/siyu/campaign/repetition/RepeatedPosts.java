package io.siyu.campaign.repetition;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.content.script.Script;
import io.siyu.content.script.ScriptPin;
import io.siyu.content.script.ScriptRepository;
import io.siyu.platform.ids.Id;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes a campaign's posts over into its repetition, each with the newest version of its script. */
@ApplicationScoped
class RepeatedPosts {
    private final CampaignPostRepository posts;
    private final ScriptRepository scripts;

    RepeatedPosts(CampaignPostRepository posts, ScriptRepository scripts) {
        this.posts = posts;
        this.scripts = scripts;
    }

    List<RepetitionResponse.RepeatedPost> copy(Campaign earlier, Campaign draft, Instant now) {
        List<CampaignPost> before = posts.listOf(earlier.shopId(), earlier.id());
        Map<Long, Integer> newest = newestVersions(earlier.shopId(), before);
        return before.stream().map(post -> copy(post, draft, newest, now)).toList();
    }

    private Map<Long, Integer> newestVersions(long shopId, List<CampaignPost> some) {
        Set<Long> ids = some.stream()
                .flatMap(post -> Stream.of(post.script(), post.followUp()))
                .filter(Objects::nonNull)
                .map(ScriptPin::scriptId)
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : scripts.listIn(shopId, ids).stream().collect(Collectors.toMap(Script::id, Script::contentVersion));
    }

    private RepetitionResponse.RepeatedPost copy(
            CampaignPost post, Campaign draft, Map<Long, Integer> newest, Instant now) {
        CampaignPost copy = CampaignPost.of(
                draft,
                post.terms()
                        .repeated(
                                draft.startDay(),
                                pin -> new ScriptPin(
                                        pin.scriptId(), newest.getOrDefault(pin.scriptId(), pin.version()))),
                now);
        copy.comeFromPlaybook(post.playbookKey());
        posts.persist(copy);
        return new RepetitionResponse.RepeatedPost(
                Id.of(copy.id()),
                Id.of(post.id()),
                post.script() == null ? null : Id.of(post.script().scriptId()),
                versionOf(copy.script()),
                versionOf(post.script()),
                !Objects.equals(copy.script(), post.script()) || !Objects.equals(copy.followUp(), post.followUp()));
    }

    private static Integer versionOf(ScriptPin pin) {
        return pin == null ? null : pin.version();
    }
}
