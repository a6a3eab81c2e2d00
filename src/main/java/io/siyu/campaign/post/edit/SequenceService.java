package io.siyu.campaign.post.edit;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignService;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.campaign.post.PostTerms;
import io.siyu.content.script.Script;
import io.siyu.content.script.ScriptPin;
import io.siyu.content.script.ScriptRepository;
import io.siyu.content.script.ScriptService;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Fills a campaign's days from a playbook. Its scripts are made once a shop and are the shop's from then on. Filling
 * again adds what is missing and takes out what no longer fits the audience; posts of the playbook that were edited,
 * and posts made by hand, stay as they are.
 */
@ApplicationScoped
public class SequenceService {
    private final Playbooks playbooks;
    private final CampaignService campaigns;
    private final CampaignPostRepository posts;
    private final ScriptRepository scripts;
    private final ScriptService scriptService;
    private final PostService postService;
    private final AuditTrail audit;
    private final Clock clock;

    public SequenceService(
            Playbooks playbooks,
            CampaignService campaigns,
            CampaignPostRepository posts,
            ScriptRepository scripts,
            ScriptService scriptService,
            PostService postService,
            AuditTrail audit,
            Clock clock) {
        this.audit = audit;
        this.playbooks = playbooks;
        this.campaigns = campaigns;
        this.posts = posts;
        this.scripts = scripts;
        this.scriptService = scriptService;
        this.postService = postService;
        this.clock = clock;
    }

    /** @return all posts of the campaign in the order they go out */
    @Transactional
    public List<PostResponse> fill(Id campaignId, String playbookName) {
        Found<Campaign> found = campaigns.find(campaignId);
        Campaign campaign = found.thing();
        Playbook playbook = playbooks
                .findByName(playbookName)
                .orElseThrow(() -> ErrorCode.VALIDATION_FAILED.problem(
                        "playbook", "UnknownPlaybook", "There is no such playbook."));
        PostEditing.requireOpen(campaign);
        if (place(playbook, campaign, pins(playbook, found.member()))) {
            postService.revise(campaign, Actor.of(found.member()));
            audit.record(Act.on(campaign.shopId(), "campaign", campaign.id()).to(Map.of("playbook", playbook.name())));
        } else {
            audit.nothingChanged();
        }
        return postService.list(found.member().shop(), campaign);
    }

    /** @return whether a post was added or taken out */
    private boolean place(Playbook playbook, Campaign campaign, Map<String, ScriptPin> pins) {
        Map<String, CampaignPost> there = posts.listOf(campaign.shopId(), campaign.id()).stream()
                .filter(post -> post.playbookKey() != null)
                .collect(Collectors.toMap(CampaignPost::playbookKey, Function.identity(), (a, b) -> a));
        Map<String, Playbook.PlaybookPost> wanted = playbook.posts().stream()
                .filter(post -> post.fits(campaign.audience(), campaign.days()))
                .collect(Collectors.toMap(post -> playbook.keyOf(post.key()), Function.identity()));
        boolean changed = false;
        for (Map.Entry<String, CampaignPost> post : there.entrySet()) {
            if (!wanted.containsKey(post.getKey())) {
                post.getValue().remove();
                changed = true;
            }
        }
        for (Map.Entry<String, Playbook.PlaybookPost> post : wanted.entrySet()) {
            if (!there.containsKey(post.getKey())) {
                ScriptPin pin = pins.get(playbook.keyOf(post.getValue().script()));
                PostTerms terms = post.getValue().terms(campaign, pin, playbook.lineOf(post.getValue()));
                CampaignPost added = CampaignPost.of(campaign, terms, clock.instant());
                added.comeFromPlaybook(post.getKey());
                posts.persist(added);
                changed = true;
            }
        }
        return changed;
    }

    /** The shop's scripts of the playbook by key, those it lacks made now. */
    private Map<String, ScriptPin> pins(Playbook playbook, Member member) {
        Map<String, ScriptPin> pins = new HashMap<>();
        scripts.listOfPlaybook(member.shopId(), playbook.name())
                .forEach(script -> pins.put(script.playbookKey(), pin(script)));
        Set<String> there = Set.copyOf(pins.keySet());
        for (Playbook.PlaybookScript item : playbook.scripts()) {
            String key = playbook.keyOf(item.key());
            if (!there.contains(key)) {
                Script script = item.toScript(member.shopId(), clock.instant());
                pins.put(key, pin(scriptService.keepOfPlaybook(script, key, member.username())));
            }
        }
        return pins;
    }

    /** As the shop has it now. */
    private static ScriptPin pin(Script script) {
        return new ScriptPin(script.id(), script.contentVersion());
    }
}
