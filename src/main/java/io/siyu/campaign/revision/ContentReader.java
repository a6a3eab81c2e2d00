package io.siyu.campaign.revision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.campaign.revision.CampaignContent.PostContent;
import io.siyu.content.script.Script;
import io.siyu.content.script.ScriptContent;
import io.siyu.content.script.ScriptRepository;
import io.siyu.platform.ids.Id;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts together what a campaign's followers would see or get now. */
@ApplicationScoped
class ContentReader {
    private final CampaignPostRepository posts;
    private final ScriptRepository scripts;

    ContentReader(CampaignPostRepository posts, ScriptRepository scripts) {
        this.posts = posts;
        this.scripts = scripts;
    }

    CampaignContent read(Campaign campaign) {
        List<CampaignPost> all = posts.listOf(campaign.shopId(), campaign.id());
        Set<Long> ids = all.stream()
                .map(CampaignPost::scriptId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Long, Script> says = scripts.listIn(campaign.shopId(), ids).stream()
                .collect(Collectors.toMap(Script::id, Function.identity()));
        return new CampaignContent(
                campaign.startDay(),
                campaign.days(),
                campaign.mechanic(),
                campaign.offer(),
                campaign.audience(),
                campaign.holdoutPercent(),
                all.stream().map(post -> content(post, says)).toList());
    }

    private static PostContent content(CampaignPost post, Map<Long, Script> scripts) {
        Script script = post.scriptId() == null ? null : scripts.get(post.scriptId());
        ScriptContent says = script == null ? new ScriptContent(null, null, null, null) : script.content();
        return new PostContent(
                Id.of(post.id()),
                post.dayNo(),
                post.at(),
                post.kind(),
                post.visibleTo(),
                post.audience(),
                Id.ofNullable(post.scriptId()),
                script == null ? null : script.contentVersion(),
                says.copy(),
                says.firstComment(),
                says.media());
    }
}
