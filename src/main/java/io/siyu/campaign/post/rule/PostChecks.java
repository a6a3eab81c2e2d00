package io.siyu.campaign.post.rule;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignRepository;
import io.siyu.campaign.audience.AudienceReach;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.campaign.post.PostValues;
import io.siyu.content.ContentLine;
import io.siyu.content.CopyText;
import io.siyu.content.CopyVariable;
import io.siyu.content.PostKind;
import io.siyu.content.PostRule;
import io.siyu.content.Reading;
import io.siyu.content.RuleViolation;
import io.siyu.content.limit.ContactLimitRepository;
import io.siyu.content.limit.ContactLimits;
import io.siyu.content.script.Script;
import io.siyu.content.script.ScriptRepository;
import io.siyu.content.script.ScriptRules;
import io.siyu.content.word.ShopWords;
import io.siyu.shop.Shop;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks posts against the rules: each by its script, and all together with what else goes out on their days. */
@ApplicationScoped
public class PostChecks {
    /** No campaign has it: the posts beside a daily post are those of all campaigns. */
    private static final long NO_CAMPAIGN = 0;

    private final CampaignPostRepository posts;
    private final CampaignRepository campaigns;
    private final ScriptRepository scripts;
    private final AccountRepository accounts;
    private final ContactLimitRepository limits;
    private final ShopWords words;

    public PostChecks(
            CampaignPostRepository posts,
            CampaignRepository campaigns,
            ScriptRepository scripts,
            AccountRepository accounts,
            ContactLimitRepository limits,
            ShopWords words) {
        this.posts = posts;
        this.campaigns = campaigns;
        this.scripts = scripts;
        this.accounts = accounts;
        this.limits = limits;
        this.words = words;
    }

    /** @param checked all posts of the campaign, or, without a campaign, daily posts */
    public List<RuleViolation> check(Shop shop, Campaign campaign, Collection<CampaignPost> checked) {
        Reading reading = new Reading(words.of(shop.id()), PostValues.of(shop, campaign), List.of());
        List<RuleViolation> found = new ArrayList<>(checkOffer(campaign, reading));
        if (checked.isEmpty()) {
            return found;
        }
        LocalDate first = checked.stream()
                .map(CampaignPost::day)
                .min(LocalDate::compareTo)
                .orElseThrow();
        LocalDate last = checked.stream()
                .map(CampaignPost::day)
                .max(LocalDate::compareTo)
                .orElseThrow();
        ContactLimits holding = limits.limitsOn(shop.id(), first);
        Set<Long> checkedIds = checked.stream().map(CampaignPost::id).collect(Collectors.toSet());
        List<CampaignPost> beside = posts
                .listBeside(
                        shop.id(),
                        first.minusDays(PostRules.SHARE_DAYS - 1L),
                        last.plusDays(1),
                        campaign == null ? NO_CAMPAIGN : campaign.id())
                .stream()
                .filter(post -> !checkedIds.contains(post.id()))
                .toList();
        Sources sources = read(shop, campaign, checked, beside);
        checked.forEach(post -> checkOne(post, campaign, sources, holding, reading, found));
        List<PlannedPost> planned = Stream.concat(
                        checked.stream().map(post -> sources.plan(post, true)),
                        beside.stream().map(post -> sources.plan(post, false)))
                .toList();
        found.addAll(PostRules.check(planned, holding));
        return found;
    }

    /** The offer alone, whether or not a post has a place for it: staff say it wherever they are asked. */
    private static List<RuleViolation> checkOffer(Campaign campaign, Reading reading) {
        return campaign == null
                ? List.of()
                : ScriptRules.checkWords("offer", new CopyText(campaign.terms().offerText()), reading);
    }

    private static void checkOne(
            CampaignPost post,
            Campaign campaign,
            Sources sources,
            ContactLimits holding,
            Reading reading,
            List<RuleViolation> found) {
        String field = "posts/" + post.id();
        if (sources.reach(post).isNobody()) {
            found.add(RuleViolation.warn(
                    PostRule.AUDIENCE_OUTSIDE_CAMPAIGN, field, "It reaches nobody of the campaign's audience."));
        }
        Script script = sources.scripts().get(post.scriptId());
        if (script == null) {
            found.add(RuleViolation.warn(PostRule.SCRIPT_MISSING, field, "It has no script."));
            return;
        }
        if (script.kind() != null && script.kind() != post.kind()) {
            found.add(RuleViolation.warn(
                    PostRule.SCRIPT_KIND, field, "Its script was written for " + script.kind() + "."));
        }
        Reading onAccounts = new Reading(reading.words(), reading.values(), sources.accountNames(post));
        ScriptRules.check(post.kind(), script.content(), holding, onAccounts).stream()
                .map(violation -> violation.at(field))
                .forEach(found::add);
        unresolved(post, campaign, script)
                .forEach(variable -> found.add(RuleViolation.error(
                        PostRule.UNRESOLVED_VARIABLE, field, "{{" + variable.zh() + "}} has no value here.")));
    }

    private static List<CopyVariable> unresolved(CampaignPost post, Campaign campaign, Script script) {
        return script.content().copyText().variables().stream()
                .filter(variable -> variable.scope() == CopyVariable.Scope.CAMPAIGN)
                .filter(variable -> post.isDaily()
                        || campaign == null
                        || variable == CopyVariable.OFFER && campaign.terms().offerText() == null)
                .toList();
    }

    private Sources read(
            Shop shop, Campaign campaign, Collection<CampaignPost> checked, Collection<CampaignPost> beside) {
        List<CampaignPost> all =
                Stream.concat(checked.stream(), beside.stream()).toList();
        Map<Long, Script> byId = scripts
                .listIn(
                        shop.id(),
                        all.stream()
                                .map(CampaignPost::scriptId)
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Script::id, Function.identity()));
        Map<Long, Audience> audiences = campaigns
                .listIn(
                        shop.id(),
                        all.stream()
                                .map(CampaignPost::campaignId)
                                .filter(id -> id != null && (campaign == null || id != campaign.id()))
                                .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Campaign::id, Campaign::audience));
        if (campaign != null) {
            audiences.put(campaign.id(), campaign.audience());
        }
        return new Sources(byId, audiences, accounts.listActive(shop.id()));
    }

    /** What the posts point to. */
    private record Sources(Map<Long, Script> scripts, Map<Long, Audience> audiences, List<Account> accounts) {
        AudienceReach reach(CampaignPost post) {
            Audience ofCampaign = post.isDaily() ? Audience.OPEN : audiences.get(post.campaignId());
            return AudienceReach.of(ofCampaign, post.audience(), accounts);
        }

        List<String> accountNames(CampaignPost post) {
            return reach(post).namesAmong(accounts);
        }

        PlannedPost plan(CampaignPost post, boolean underCheck) {
            AudienceReach reach = reach(post);
            return new PlannedPost(
                    post.id(),
                    post.day().atTime(post.at()),
                    post.kind(),
                    line(post),
                    reach.tiers(),
                    // A moment shows to everyone on its accounts, whatever tiers its post names.
                    reach.isNobody() && post.kind() == PostKind.PRIVATE ? Set.of() : Set.copyOf(reach.accountIds()),
                    underCheck);
        }

        private ContentLine line(CampaignPost post) {
            if (post.line() != null) {
                return post.line();
            }
            Script script = scripts.get(post.scriptId());
            return script == null ? null : script.line();
        }
    }
}
