package io.siyu.campaign.revision;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.campaign.revision.CampaignContent.PostContent;
import io.siyu.content.script.PinnedScript;
import io.siyu.content.script.PinnedScripts;
import io.siyu.content.script.ScriptContent;
import io.siyu.content.script.ScriptPin;
import io.siyu.platform.ids.Id;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Map;

/** Puts together what a campaign's followers would see or get now. */
@ApplicationScoped
class ContentReader {
    private final CampaignPostRepository posts;
    private final PinnedScripts scripts;

    ContentReader(CampaignPostRepository posts, PinnedScripts scripts) {
        this.posts = posts;
        this.scripts = scripts;
    }

    CampaignContent read(Campaign campaign) {
        List<CampaignPost> all = posts.listOf(campaign.shopId(), campaign.id());
        Map<ScriptPin, PinnedScript> says = scripts.of(
                campaign.shopId(), all.stream().map(CampaignPost::script).toList());
        return new CampaignContent(
                campaign.startDay(),
                campaign.days(),
                campaign.mechanic(),
                campaign.offer(),
                campaign.audience(),
                campaign.holdoutPercent(),
                all.stream().map(post -> content(post, says)).toList());
    }

    private static PostContent content(CampaignPost post, Map<ScriptPin, PinnedScript> scripts) {
        ScriptPin pin = post.script();
        ScriptPin followUp = post.followUp();
        PinnedScript script = pin == null ? null : scripts.get(pin);
        ScriptContent says = script == null ? new ScriptContent(null, null, null, null) : script.content();
        return new PostContent(
                Id.of(post.id()),
                post.dayNo(),
                post.at(),
                post.kind(),
                post.visibleTo(),
                post.mentions(),
                post.audience(),
                post.slot(),
                post.variant(),
                pin == null ? null : Id.of(pin.scriptId()),
                pin == null ? null : pin.version(),
                says.copy(),
                says.firstComment(),
                says.media(),
                followUp == null ? null : Id.of(followUp.scriptId()),
                followUp == null ? null : followUp.version());
    }
}
