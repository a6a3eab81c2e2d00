package io.siyu.campaign.post.rule;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignStatus;
import io.siyu.campaign.gate.Gate;
import io.siyu.campaign.gate.GateCode;
import io.siyu.campaign.gate.Unmet;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.content.RuleViolation;
import io.siyu.platform.language.Language;
import io.siyu.platform.problem.Violation;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * DRAFT→REVIEW and PREPARING→READY: at least one post on each of its days, and no post breaks a rule whose severity is
 * ERROR; those that only warn do not close the gate.
 */
@ApplicationScoped
public class PostGate implements Gate {
    private final CampaignPostRepository posts;
    private final PostChecks checks;

    PostGate(CampaignPostRepository posts, PostChecks checks) {
        this.posts = posts;
        this.checks = checks;
    }

    @Override
    public boolean standsBefore(CampaignStatus to) {
        return to == CampaignStatus.REVIEW || to == CampaignStatus.READY;
    }

    @Override
    public List<Unmet> unmet(Shop shop, Campaign campaign, CampaignStatus to) {
        List<CampaignPost> planned = posts.listOf(campaign.shopId(), campaign.id());
        Set<Integer> daysWithPosts = planned.stream().map(CampaignPost::dayNo).collect(Collectors.toSet());
        List<Unmet> unmet = new ArrayList<>(daysWithout(daysWithPosts, campaign.days()));
        unmet.addAll(broken(checks.check(shop, campaign, planned)));
        return unmet;
    }

    /** After what the campaign itself lacks. */
    @Override
    public int order() {
        return 1;
    }

    /** @param days how many the campaign has */
    static List<Unmet> daysWithout(Set<Integer> daysWithPosts, int days) {
        return IntStream.rangeClosed(1, days)
                .filter(day -> !daysWithPosts.contains(day))
                .mapToObj(day -> Unmet.of("posts", GateCode.postsMissing(day), "Day " + day + " has no post."))
                .toList();
    }

    static List<Unmet> broken(List<RuleViolation> found) {
        return found.stream()
                .filter(RuleViolation::isError)
                .map(violation -> new Unmet(
                        violation.field(),
                        GateCode.POST_RULE_BROKEN,
                        language -> violation.rule() + ": " + violation.message(language)))
                .toList();
    }

    public static List<Violation> broken(List<RuleViolation> found, Language language) {
        return broken(found).stream().map(unmet -> unmet.in(language)).toList();
    }
}
