package io.siyu.campaign.change;

import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.campaign.post.PostTerms;
import io.siyu.campaign.post.edit.PostChoices;
import io.siyu.content.script.PinnedScripts;
import io.siyu.content.script.ScriptPin;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads what is asked for: which posts of the campaign it is about, and what becomes of each. */
@ApplicationScoped
class ChangeDrafts {
    private final CampaignPostRepository posts;
    private final PinnedScripts scripts;
    private final PostChoices choices;
    private final Clock clock;

    ChangeDrafts(CampaignPostRepository posts, PinnedScripts scripts, PostChoices choices, Clock clock) {
        this.posts = posts;
        this.scripts = scripts;
        this.choices = choices;
        this.clock = clock;
    }

    /** What a post becomes. */
    record Draft(CampaignPost post, ChangedPost change) {}

    /** @throws io.siyu.platform.problem.ProblemException 400 for what is no change of a post of the campaign */
    List<Draft> of(Campaign campaign, List<PostEdit> edits) {
        List<Draft> drafts = new ArrayList<>();
        Set<Long> touched = new HashSet<>();
        for (int i = 0; i < edits.size(); i++) {
            for (Draft draft : draft(campaign, edits.get(i), "edits[" + i + "]")) {
                if (!touched.add(draft.post().id())) {
                    throw ErrorCode.VALIDATION_FAILED.problem(
                            "edits[" + i + "].postId", "PostTwice", "Another edit is of the same post.");
                }
                drafts.add(draft);
            }
        }
        return drafts;
    }

    private List<Draft> draft(Campaign campaign, PostEdit edit, String field) {
        if (edit.kind() == ChangeKind.ADD) {
            return List.of(added(campaign, edit, field));
        }
        CampaignPost post = postOf(campaign, edit.postId(), field + ".postId");
        ChangedPost change = ChangedPost.of(edit.kind(), post.id());
        return switch (edit.kind()) {
            case SHIFT -> List.of(new Draft(post, shifted(campaign, post, change, edit, field)));
            case SWAP -> {
                CampaignPost other = postOf(campaign, edit.otherPostId(), field + ".otherPostId");
                yield List.of(
                        new Draft(post, change.movedTo(other.dayNo(), other.at())),
                        new Draft(
                                other,
                                ChangedPost.of(ChangeKind.SWAP, other.id()).movedTo(post.dayNo(), post.at())));
            }
            case WIDEN, NARROW -> List.of(new Draft(post, shown(post, change, edit, field)));
            case REWRITE -> List.of(new Draft(post, rewritten(post, change, edit, field)));
            case DROP -> List.of(new Draft(post, change));
            case ADD -> throw new IllegalStateException("An added post is there already");
        };
    }

    /** It is there from now on, but goes out only once it is approved. */
    private Draft added(Campaign campaign, PostEdit edit, String field) {
        require(edit.post() != null, field + ".post", "Say what is added.");
        require(
                edit.post().day() <= campaign.days(),
                field + ".post.day",
                "The campaign has " + campaign.days() + " days.");
        PostTerms terms = edit.post().terms(campaign, choices.of(campaign.shopId()));
        choices.require(campaign.shopId(), terms);
        CampaignPost post = CampaignPost.of(campaign, terms, clock.instant());
        post.remove();
        posts.persist(post);
        return new Draft(post, ChangedPost.of(ChangeKind.ADD, post.id()));
    }

    private static ChangedPost shifted(
            Campaign campaign, CampaignPost post, ChangedPost change, PostEdit edit, String field) {
        require(edit.day() != null || edit.at() != null, field + ".at", "Say to which time, or which day.");
        int day = Objects.requireNonNullElse(edit.day(), post.dayNo());
        require(day <= campaign.days(), field + ".day", "The campaign has " + campaign.days() + " days.");
        return change.movedTo(day, Objects.requireNonNullElse(edit.at(), post.at()));
    }

    private ChangedPost shown(CampaignPost post, ChangedPost change, PostEdit edit, String field) {
        require(edit.audience() != null, field + ".audience", "Say for whom it is to be.");
        choices.require(post.shopId(), post.terms().withAudience(edit.audience()));
        boolean isWider = isWithin(post.audience(), edit.audience());
        boolean isNarrower = isWithin(edit.audience(), post.audience());
        require(
                isWider != isNarrower && isWider == (edit.kind() == ChangeKind.WIDEN),
                field + ".audience",
                edit.kind() == ChangeKind.WIDEN
                        ? "A wider audience has all that the post has now, and more."
                        : "A narrower audience has only what the post has now, and less.");
        return change.showing(edit.audience());
    }

    private ChangedPost rewritten(CampaignPost post, ChangedPost change, PostEdit edit, String field) {
        Id script = edit.scriptId() != null || post.script() == null
                ? edit.scriptId()
                : Id.of(post.script().scriptId());
        require(script != null, field + ".scriptId", "Say which script.");
        ScriptPin pin = scripts.choose(post.shopId(), field + ".script", script.value(), edit.scriptVersion());
        return change.saying(pin.scriptId(), pin.version());
    }

    private CampaignPost postOf(Campaign campaign, Id id, String field) {
        require(id != null, field, "Say which post.");
        return posts.findIn(campaign.shopId(), id.value())
                .filter(post -> !post.isRemoved() && Objects.equals(post.campaignId(), campaign.id()))
                .orElseThrow(() ->
                        ErrorCode.VALIDATION_FAILED.problem(field, "UnknownPost", "The campaign has no such post."));
    }

    /** Whether everybody of the one is of the other: on each side, and a side that is left open has all. */
    private static boolean isWithin(Audience one, Audience other) {
        return isWithin(one.tiers(), other.tiers())
                && isWithin(one.tags(), other.tags())
                && isWithin(one.accounts(), other.accounts())
                && (other.segment() == null || other.segment().equals(one.segment()));
    }

    private static boolean isWithin(Collection<?> some, Collection<?> others) {
        return others.isEmpty() || !some.isEmpty() && others.containsAll(some);
    }

    private static void require(boolean fits, String field, String otherwise) {
        if (!fits) {
            throw ErrorCode.VALIDATION_FAILED.problem(field, "NoChange", otherwise);
        }
    }
}
