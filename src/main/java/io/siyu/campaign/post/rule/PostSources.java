package io.siyu.campaign.post.rule;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignRepository;
import io.siyu.campaign.audience.AudienceReach;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.Speakers;
import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;
import io.siyu.content.Reading;
import io.siyu.content.Speaker;
import io.siyu.content.limit.DatedLimits;
import io.siyu.content.script.PinnedScript;
import io.siyu.content.script.PinnedScripts;
import io.siyu.content.script.ScriptPin;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads at once what posts point to. */
@ApplicationScoped
class PostSources {
    private final PinnedScripts scripts;
    private final CampaignRepository campaigns;
    private final AccountRepository accounts;
    private final Speakers speakers;

    PostSources(PinnedScripts scripts, CampaignRepository campaigns, AccountRepository accounts, Speakers speakers) {
        this.scripts = scripts;
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.speakers = speakers;
    }

    /** @param campaign that some of the posts are of, as it is about to be; null for daily posts */
    Sources read(long shopId, Campaign campaign, Collection<CampaignPost> posts) {
        Map<ScriptPin, PinnedScript> pinned = scripts.of(
                shopId,
                posts.stream()
                        .flatMap(post -> Stream.of(post.script(), post.followUp()))
                        .filter(Objects::nonNull)
                        .toList());
        Set<Long> others = posts.stream()
                .map(CampaignPost::campaignId)
                .filter(id -> id != null && (campaign == null || id != campaign.id()))
                .collect(Collectors.toSet());
        Map<Long, Audience> audiences = new HashMap<>();
        campaigns.listIn(shopId, others).forEach(other -> audiences.put(other.id(), other.audience()));
        if (campaign != null) {
            audiences.put(campaign.id(), campaign.audience());
        }
        List<Account> active = accounts.listActive(shopId);
        return new Sources(pinned, audiences, active, speakers.of(shopId, active));
    }

    record Sources(
            Map<ScriptPin, PinnedScript> scripts,
            Map<Long, Audience> audiences,
            List<Account> accounts,
            Map<Long, Speaker> speakers) {
        private AudienceReach reach(CampaignPost post) {
            Audience ofCampaign = post.isDaily() ? Audience.OPEN : audiences.get(post.campaignId());
            return AudienceReach.of(ofCampaign, post.audience(), accounts);
        }

        /** Of a variant only what its tiers leave of it. */
        private AudienceReach reachOfVariant(CampaignPost post) {
            return reach(post)
                    .forTiers(
                            post.variant() == null ? List.of() : post.variant().tiers());
        }

        /** As it is judged alone. */
        ReadPost alone(CampaignPost post, Reading reading, DatedLimits limits) {
            AudienceReach reach = reachOfVariant(post);
            return new ReadPost(
                    post,
                    scripts.get(post.script()),
                    scripts.get(post.followUp()),
                    reach,
                    limits.on(post.day()),
                    reading.on(reach.accountIds().stream().map(speakers::get).toList()));
        }

        /** As it is judged together with others. */
        PlannedPost planned(CampaignPost post, boolean underCheck) {
            AudienceReach reach = reachOfVariant(post);
            PinnedScript script = scripts.get(post.script());
            return new PlannedPost(
                    post.id(),
                    post.day().atTime(post.at()),
                    post.kind(),
                    line(post, script),
                    script == null ? null : script.script().scene(),
                    new PlannedPost.Reach(reach.tiers(), Set.copyOf(reach.tags()), Set.copyOf(reach.segmentIds())),
                    // A moment shows to everyone on its accounts, whatever tiers its post names.
                    reach.isNobody() && post.kind() == PostKind.PRIVATE ? Set.of() : Set.copyOf(reach.accountIds()),
                    underCheck,
                    post.slot() == null
                            ? null
                            : new PlannedPost.InSlot(
                                    post.campaignId(),
                                    post.slot(),
                                    post.variant(),
                                    reach(post).tiers()));
        }

        private static ContentLine line(CampaignPost post, PinnedScript script) {
            return post.line() != null || script == null
                    ? post.line()
                    : script.script().line();
        }
    }
}
