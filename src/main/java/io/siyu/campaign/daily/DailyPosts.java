package io.siyu.campaign.daily;

import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.campaign.post.PostChanged;
import io.siyu.campaign.post.PostTerms;
import io.siyu.campaign.post.rule.PostChecks;
import io.siyu.content.RuleViolation;
import io.siyu.content.script.Script;
import io.siyu.content.script.ScriptPin;
import io.siyu.platform.language.Language;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes occurrences into posts of the shop's calendar, under the rules of all posts: one that would break a rule is left out. */
@ApplicationScoped
class DailyPosts {
    private static final int LONGEST_DETAIL = 1000;

    private final DailyOccurrenceRepository occurrences;
    private final CampaignPostRepository posts;
    private final PostChecks checks;
    private final Event<PostChanged> changed;

    DailyPosts(
            DailyOccurrenceRepository occurrences,
            CampaignPostRepository posts,
            PostChecks checks,
            Event<PostChanged> changed) {
        this.occurrences = occurrences;
        this.posts = posts;
        this.checks = checks;
        this.changed = changed;
    }

    /** What is planned, and as of when. */
    record Planning(Shop shop, DailyPlan plan, Map<Long, Script> scripts, Instant now) {}

    /** What is to go out at an occurrence. */
    record Wanted(DailyHour hour, DailyRotation.Turn turn) {}

    /** @param wanted of one day */
    void place(Planning planning, Map<DailyOccurrence, Wanted> wanted) {
        Map<DailyOccurrence, CampaignPost> placed = new LinkedHashMap<>();
        Map<DailyOccurrence, Boolean> isNew = new HashMap<>();
        wanted.forEach((one, what) -> {
            PostTerms terms = terms(planning, one, what);
            Optional<CampaignPost> made = postOf(one);
            CampaignPost post =
                    made.orElseGet(() -> CampaignPost.daily(planning.shop().id(), terms, planning.now()));
            isNew.put(
                    one,
                    made.map(there -> there.change(terms) | there.restore()).orElse(true));
            placed.put(one, post);
        });
        leaveOutBroken(planning, placed);
        placed.forEach((one, post) -> {
            DailyRotation.Turn turn = wanted.get(one).turn();
            if (!isNew.get(one) && one.isPlanned()) {
                return;
            }
            posts.persist(post);
            one.plan(post.id(), turn.line(), turn.scriptId(), planning.now());
            occurrences.persist(one);
            posts.flush();
            changed.fire(new PostChanged(post.shopId(), post.id()));
        });
    }

    /** The same script keeps its version: a newer one is taken by hand. */
    private PostTerms terms(Planning planning, DailyOccurrence one, Wanted what) {
        Script script = planning.scripts().get(what.turn().scriptId());
        ScriptPin newest = new ScriptPin(script.id(), script.contentVersion());
        ScriptPin pin = postOf(one)
                .filter(post -> !post.isRemoved())
                .map(CampaignPost::script)
                .filter(kept -> kept.scriptId() == script.id())
                .orElse(newest);
        return new PostTerms(
                null,
                one.day(),
                what.hour().at(),
                what.hour().kind(),
                null,
                List.of(),
                what.turn().line(),
                pin,
                null,
                planning.plan().rhythm().audience());
    }

    private Optional<CampaignPost> postOf(DailyOccurrence one) {
        return one.postId() == null ? Optional.empty() : posts.findIn(one.shopId(), one.postId());
    }

    private void leaveOutBroken(Planning planning, Map<DailyOccurrence, CampaignPost> placed) {
        while (!placed.isEmpty()) {
            Map<String, RuleViolation> broken = new HashMap<>();
            checks.check(planning.shop(), null, placed.values()).stream()
                    .filter(RuleViolation::isError)
                    .forEach(violation -> broken.putIfAbsent(violation.field(), violation));
            List<DailyOccurrence> out = new ArrayList<>();
            placed.forEach((one, post) -> {
                RuleViolation violation = broken.get("posts/" + post.id());
                if (violation != null) {
                    leaveOut(planning, one, OccurrenceReason.RULE, wording(violation));
                    out.add(one);
                }
            });
            if (out.isEmpty()) {
                return;
            }
            out.forEach(placed::remove);
        }
    }

    private static String wording(RuleViolation violation) {
        String text = violation.rule() + "：" + violation.message(Language.CHINESE);
        return text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL) : text;
    }

    void leaveOut(Planning planning, DailyOccurrence one, OccurrenceReason why, String detail) {
        takeOut(one);
        one.leaveOut(why, detail, planning.now());
        occurrences.persist(one);
    }

    void withdraw(Planning planning, DailyOccurrence one, OccurrenceReason why) {
        takeOut(one);
        if (one.state() != OccurrenceState.WITHDRAWN || one.reason() != why) {
            one.withdraw(why, planning.now());
        }
    }

    private void takeOut(DailyOccurrence one) {
        postOf(one).filter(post -> !post.isRemoved()).ifPresent(post -> {
            post.remove();
            posts.flush();
            changed.fire(new PostChanged(post.shopId(), post.id()));
        });
    }
}
