package io.siyu.campaign.post.rule;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignRepository;
import io.siyu.campaign.audience.AudienceReach;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.campaign.post.PostValues;
import io.siyu.content.Reading;
import io.siyu.content.RuleViolation;
import io.siyu.content.limit.ContactLimitRepository;
import io.siyu.content.script.Script;
import io.siyu.content.script.ScriptRepository;
import io.siyu.content.script.ScriptRevised;
import io.siyu.content.script.ScriptRules;
import io.siyu.content.word.ShopWords;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.List;
import java.util.stream.Stream;

/**
 * Scripts are written on while campaigns prepare, and that asks nobody for approval again; but the copy of a post that
 * is about to go out must not come to break a rule.
 */
@ApplicationScoped
public class ScriptGuard {
    private final CampaignPostRepository posts;
    private final ScriptRepository scripts;
    private final CampaignRepository campaigns;
    private final ShopRepository shops;
    private final AccountRepository accounts;
    private final ContactLimitRepository limits;
    private final ShopWords words;

    public ScriptGuard(
            CampaignPostRepository posts,
            ScriptRepository scripts,
            CampaignRepository campaigns,
            ShopRepository shops,
            AccountRepository accounts,
            ContactLimitRepository limits,
            ShopWords words) {
        this.posts = posts;
        this.scripts = scripts;
        this.campaigns = campaigns;
        this.shops = shops;
        this.accounts = accounts;
        this.limits = limits;
        this.words = words;
    }

    void check(@Observes ScriptRevised event) {
        Script script = scripts.findIn(event.shopId(), event.scriptId()).orElseThrow();
        Shop shop = shops.findById(event.shopId());
        List<RuleViolation> broken = posts.listOutgoingWith(event.shopId(), event.scriptId()).stream()
                .flatMap(post -> errors(shop, script, post))
                .distinct()
                .toList();
        if (!broken.isEmpty()) {
            throw ErrorCode.GATE_UNMET.problem(
                    language -> "A campaign that is READY or RUNNING uses this script.",
                    language -> PostGate.broken(broken, language));
        }
    }

    private Stream<RuleViolation> errors(Shop shop, Script script, CampaignPost post) {
        return ScriptRules.check(
                        post.kind(), script.content(), limits.limitsOn(shop.id(), post.day()), reading(shop, post))
                .stream()
                .filter(RuleViolation::isError);
    }

    private Reading reading(Shop shop, CampaignPost post) {
        Campaign campaign = post.isDaily()
                ? null
                : campaigns.findIn(shop.id(), post.campaignId()).orElseThrow();
        List<Account> active = accounts.listActive(shop.id());
        AudienceReach reach =
                AudienceReach.of(campaign == null ? Audience.OPEN : campaign.audience(), post.audience(), active);
        return new Reading(words.of(shop.id()), PostValues.of(shop, campaign), reach.namesAmong(active));
    }
}
