package io.siyu.campaign.post.edit;

import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.CampaignPostRepository;
import io.siyu.campaign.post.MomentNumber;
import io.siyu.content.PostKind;
import io.siyu.content.script.Script;
import io.siyu.content.script.ScriptPin;
import io.siyu.content.script.ScriptRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Posts as clients see them: moments with their number among those of their day. */
@ApplicationScoped
class PostResponses {
    private final CampaignPostRepository posts;
    private final ScriptRepository scripts;

    PostResponses(CampaignPostRepository posts, ScriptRepository scripts) {
        this.posts = posts;
        this.scripts = scripts;
    }

    PostResponse one(CampaignPost post, ZoneId zone) {
        return some(List.of(post), zone).get(0);
    }

    /** @param all the posts of a campaign, in the order they go out */
    List<PostResponse> all(List<CampaignPost> all, ZoneId zone) {
        return numbered(all, numbers(all), zone);
    }

    /** @param some of one campaign, or all daily ones; the other moments of their days are looked up, at once */
    List<PostResponse> some(List<CampaignPost> some, ZoneId zone) {
        List<CampaignPost> moments =
                some.stream().filter(PostResponses::isMoment).toList();
        if (moments.isEmpty()) {
            return numbered(some, Map.of(), zone);
        }
        CampaignPost any = moments.get(0);
        List<LocalDate> days =
                moments.stream().map(CampaignPost::day).sorted().distinct().toList();
        List<CampaignPost> ofTheirDays =
                posts.listMoments(any.shopId(), any.campaignId(), days.get(0), days.get(days.size() - 1));
        return numbered(some, numbers(ofTheirDays), zone);
    }

    private List<PostResponse> numbered(List<CampaignPost> some, Map<Long, MomentNumber> numbers, ZoneId zone) {
        Map<Long, Integer> newest = newestVersions(some);
        return some.stream()
                .map(post -> PostResponse.from(post, zone, numbers.get(post.id()), newer(post.script(), newest)))
                .toList();
    }

    /** By the scripts' ids. */
    private Map<Long, Integer> newestVersions(List<CampaignPost> some) {
        Set<Long> ids = some.stream()
                .map(CampaignPost::script)
                .filter(Objects::nonNull)
                .map(ScriptPin::scriptId)
                .collect(Collectors.toSet());
        // Posts of one answer are of one shop.
        return ids.isEmpty()
                ? Map.of()
                : scripts.listIn(some.get(0).shopId(), ids).stream()
                        .collect(Collectors.toMap(Script::id, Script::contentVersion));
    }

    private static Integer newer(ScriptPin script, Map<Long, Integer> newest) {
        Integer version = script == null ? null : newest.get(script.scriptId());
        return version == null || version <= script.version() ? null : version;
    }

    private static Map<Long, MomentNumber> numbers(List<CampaignPost> inOrder) {
        Map<Long, MomentNumber> numbers = new HashMap<>();
        Collection<List<Long>> days = inOrder.stream()
                .filter(PostResponses::isMoment)
                .collect(Collectors.groupingBy(
                        CampaignPost::day, Collectors.mapping(CampaignPost::id, Collectors.toList())))
                .values();
        days.forEach(day -> numbers.putAll(MomentNumber.ofDay(day)));
        return numbers;
    }

    private static boolean isMoment(CampaignPost post) {
        return post.kind() == PostKind.MOMENT;
    }
}
