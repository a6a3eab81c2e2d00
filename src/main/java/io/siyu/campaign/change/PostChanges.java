package io.siyu.campaign.change;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.campaign.post.PostTerms;
import io.siyu.campaign.post.rule.PostChecks;
import io.siyu.content.RuleViolation;
import io.siyu.content.script.ScriptPin;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Makes a change in the posts that it is about, or takes it back. */
@ApplicationScoped
class PostChanges {
    private final CampaignPostRepository posts;
    private final PostChecks checks;
    private final Clock clock;

    PostChanges(CampaignPostRepository posts, PostChecks checks, Clock clock) {
        this.posts = posts;
        this.checks = checks;
        this.clock = clock;
    }

    /**
     * A post and what it was.
     *
     * @param before null for one that is added
     */
    record Made(CampaignPost post, ChangedPost change, PostTerms before) {}

    Made make(Campaign campaign, CampaignPost post, ChangedPost change) {
        PostTerms before = change.kind() == ChangeKind.ADD ? null : post.terms();
        switch (change.kind()) {
            case SHIFT, SWAP ->
                post.change(post.terms()
                        .movedTo(change.day(), campaign.startDay().plusDays(change.day() - 1L), change.at()));
            case WIDEN, NARROW -> post.change(post.terms().withAudience(change.audience()));
            case REWRITE ->
                post.change(
                        post.terms().withScript(new ScriptPin(change.scriptId().value(), change.scriptVersion())));
            case ADD -> post.restore();
            case DROP -> post.remove();
        }
        return new Made(post, change, before);
    }

    void takeBack(List<Made> made) {
        made.forEach(one -> {
            switch (one.change().kind()) {
                case ADD -> one.post().remove();
                case DROP -> one.post().restore();
                case SHIFT, SWAP, WIDEN, NARROW, REWRITE -> one.post().change(one.before());
            }
        });
        posts.flush();
    }

    List<RuleViolation> check(Shop shop, Campaign campaign) {
        posts.flush();
        return checks.check(shop, campaign, posts.listOf(shop.id(), campaign.id()));
    }

    /** What has gone out stays, and nothing is moved into the past. @return what is against it */
    Optional<String> whyNot(Shop shop, Campaign campaign, CampaignPost post, ChangedPost change) {
        if (change.kind() != ChangeKind.ADD && isOver(shop, post.terms())) {
            return Optional.of("The post of day " + post.dayNo() + " at " + post.at() + " has gone out.");
        }
        PostTerms after = change.day() == null
                ? post.terms()
                : post.terms().movedTo(change.day(), campaign.startDay().plusDays(change.day() - 1L), change.at());
        return isOver(shop, after)
                ? Optional.of("The time of day " + after.dayNo() + " at " + after.at() + " is over.")
                : Optional.empty();
    }

    private boolean isOver(Shop shop, PostTerms terms) {
        return !terms.day().atTime(terms.at()).atZone(shop.zone()).toInstant().isAfter(clock.instant());
    }
}
