package io.siyu.campaign.playbook;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignService;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.campaign.post.PostTerms;
import io.siyu.campaign.post.edit.PostEditing;
import io.siyu.campaign.post.edit.PostResponse;
import io.siyu.campaign.post.edit.PostService;
import io.siyu.content.script.ScriptPin;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.ids.Id;
import io.siyu.staff.caller.Found;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fills a campaign's days from a playbook. Filling again adds what is missing, takes out what no longer fits the audience,
 * and takes over what a newer version of the playbook changed; posts of the playbook that were edited, and posts made by
 * hand, stay as they are.
 */
@ApplicationScoped
public class SequenceService {
    private final Fillings fillings;
    private final CampaignService campaigns;
    private final CampaignPostRepository posts;
    private final PostService postService;
    private final AuditTrail audit;
    private final Clock clock;

    public SequenceService(
            Fillings fillings,
            CampaignService campaigns,
            CampaignPostRepository posts,
            PostService postService,
            AuditTrail audit,
            Clock clock) {
        this.audit = audit;
        this.fillings = fillings;
        this.campaigns = campaigns;
        this.posts = posts;
        this.postService = postService;
        this.clock = clock;
    }

    /**
     * @param playbook its key or id
     * @return all posts of the campaign in the order they go out
     */
    @Transactional
    public List<PostResponse> fill(Id campaignId, String playbook) {
        Found<Campaign> found = campaigns.find(campaignId);
        Campaign campaign = found.thing();
        PostEditing.requireOpen(campaign);
        Filling filling = fillings.called(playbook, campaign, found.member());
        boolean placed = place(filling, campaign);
        boolean isNewVersion = campaign.fillFrom(filling.playbook(), filling.version());
        if (placed) {
            postService.revise(campaign, Actor.of(found.member()));
        }
        if (placed || isNewVersion) {
            audit.record(Act.on(campaign.shopId(), "campaign", campaign.id())
                    .to(Map.of("playbook", filling.playbook(), "version", filling.version())));
        } else {
            audit.nothingChanged();
        }
        return postService.list(found.member().shop(), campaign);
    }

    /** @return whether a post was added, changed or taken out */
    private boolean place(Filling filling, Campaign campaign) {
        Map<String, CampaignPost> there = posts.listOf(campaign.shopId(), campaign.id()).stream()
                .filter(post -> post.playbookKey() != null)
                .collect(Collectors.toMap(CampaignPost::playbookKey, Function.identity(), (a, b) -> a));
        Map<String, PlaybookPost> wanted = filling.fitting(campaign);
        Map<String, PlaybookPost> before = filling.beforeByKey();
        boolean changed = false;
        for (Map.Entry<String, CampaignPost> post : there.entrySet()) {
            if (!wanted.containsKey(post.getKey())) {
                post.getValue().remove();
                changed = true;
            }
        }
        for (Map.Entry<String, PlaybookPost> post : wanted.entrySet()) {
            PostTerms terms = post.getValue().terms(campaign.startDay(), filling.newest()::get);
            CampaignPost made = there.get(post.getKey());
            PlaybookPost asItWas = before.get(post.getKey());
            if (made == null) {
                add(campaign, terms, post.getKey());
                changed = true;
            } else if (asItWas != null && !asItWas.equals(post.getValue()) && isAsMade(made, asItWas, campaign)) {
                changed |= made.change(terms);
            }
        }
        return changed;
    }

    private void add(Campaign campaign, PostTerms terms, String key) {
        CampaignPost added = CampaignPost.of(campaign, terms, clock.instant());
        added.comeFromPlaybook(key);
        posts.persist(added);
    }

    /** Whether nobody has edited it since; which version of its script it keeps says nothing about that. */
    private static boolean isAsMade(CampaignPost post, PlaybookPost made, Campaign campaign) {
        Map<Id, ScriptPin> kept = Stream.of(post.script(), post.followUp())
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(pin -> Id.of(pin.scriptId()), Function.identity(), (a, b) -> a));
        return post.terms().equals(made.terms(campaign.startDay(), kept::get));
    }
}
