package io.siyu.follower.tag;

import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words on followers. */
@ApplicationScoped
public class FollowerTags {
    private final Sql sql;

    FollowerTags(Sql sql) {
        this.sql = sql;
    }

    /** Tags by follower, sorted; a follower without any is not in the map. */
    public Map<Long, List<String>> of(long shopId, Collection<Long> followerIds) {
        Map<Long, List<String>> tags = new HashMap<>();
        if (followerIds.isEmpty()) {
            return tags;
        }
        List<Object> params = new ArrayList<>(followerIds);
        params.add(0, shopId);
        sql.list(
                "SELECT follower_id, tag FROM follower_tag WHERE shop_id = ? AND follower_id IN ("
                        + Sql.places(followerIds.size()) + ") ORDER BY follower_id, tag",
                row -> tags.computeIfAbsent(row.longAt("follower_id"), id -> new ArrayList<>())
                        .add(row.textAt("tag")),
                params.toArray());
        return tags;
    }

    /** The shop's tags with how many bear each, sorted. */
    public List<TagResponse> listAfter(long shopId, String tag, int rows) {
        return sql.list(
                "SELECT tag, COUNT(*) AS followers FROM follower_tag WHERE shop_id = ? AND tag > ?"
                        + " GROUP BY tag ORDER BY tag LIMIT ?",
                row -> new TagResponse(row.textAt("tag"), row.longAt("followers")),
                shopId,
                tag,
                rows);
    }

    /** @return whether anything changed */
    public boolean replace(long shopId, long followerId, Collection<String> tags) {
        Set<String> wanted = tags.stream().map(String::strip).collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> there = of(shopId, List.of(followerId)).getOrDefault(followerId, List.of());
        if (wanted.equals(new HashSet<>(there))) {
            return false;
        }
        sql.update("DELETE FROM follower_tag WHERE shop_id = ? AND follower_id = ?", shopId, followerId);
        sql.batch(
                "INSERT INTO follower_tag (shop_id, follower_id, tag) VALUES (?, ?, ?)",
                wanted.stream()
                        .map(tag -> new Object[] {shopId, followerId, tag})
                        .toList());
        return true;
    }
}
