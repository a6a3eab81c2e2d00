package io.siyu.follower.audience;

import io.siyu.follower.audience.RefreshResponse.AudienceChange;
import io.siyu.follower.audience.RefreshResponse.AudienceChangeKind;
import io.siyu.follower.audience.RefreshResponse.AudienceStanding;
import io.siyu.follower.list.FollowerRanges;
import io.siyu.follower.list.FollowerRanges.Range;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds how a fixed audience differs from what it would be now, for those who have got nothing of it yet. */
@ApplicationScoped
class AudienceDifference {
    private static final String GOT_NOTHING = " AND NOT EXISTS (SELECT 1 FROM contact k WHERE k.shop_id = a.shop_id"
            + " AND k.follower_id = a.follower_id AND k.campaign_id = a.campaign_id)";

    private final Sql sql;
    private final FollowerRanges ranges;

    AudienceDifference(Sql sql, FollowerRanges ranges) {
        this.sql = sql;
        this.ranges = ranges;
    }

    /** One follower's. @param from null for who is added; to null for who leaves */
    record Changed(long followerId, AudienceChangeKind kind, AudienceStanding from, AudienceStanding to) {}

    /** All of them. */
    record Found(List<Changed> all) {
        List<Long> followers(AudienceChangeKind... kinds) {
            return all.stream()
                    .filter(changed -> List.of(kinds).contains(changed.kind()))
                    .map(Changed::followerId)
                    .toList();
        }

        RefreshResponse response(boolean dryRun) {
            Map<List<Object>, List<Changed>> groups = all.stream()
                    .collect(Collectors.groupingBy(
                            changed -> Arrays.asList(changed.kind(), changed.from(), changed.to())));
            List<AudienceChange> changes = groups.values().stream()
                    .map(same -> new AudienceChange(
                            same.get(0).kind(), same.get(0).from(), same.get(0).to(), same.size()))
                    .sorted(Comparator.comparing(AudienceChange::kind).thenComparing(AudienceChange::toString))
                    .toList();
            return new RefreshResponse(
                    dryRun,
                    followers(AudienceChangeKind.ADDED).size(),
                    followers(AudienceChangeKind.LEFT).size(),
                    followers(AudienceChangeKind.CHANGED, AudienceChangeKind.MOVED)
                            .size(),
                    changes);
        }
    }

    /** @param isBegun whether its first day has begun: then who is listed stays so, and only loses what is undone */
    Found of(AudiencePlan plan, boolean isBegun) {
        List<Changed> all = new ArrayList<>();
        ranges.forEach(plan.campaign().shopId(), range -> {
            changed(plan, range, isBegun, all);
            left(plan, range, isBegun, all);
        });
        return new Found(all);
    }

    private void changed(AudiencePlan plan, Range range, boolean isBegun, List<Changed> all) {
        SqlFragment query = SqlFragment.of("SELECT l.follower_id, l.standing, COALESCE(a.reason, a.state) AS listed_as,"
                        + " NOT l.account_id <=> a.account_id AS is_moved FROM (")
                .add(plan.among(range.of("f.id")))
                .add(
                        " LIMIT " + FollowerRanges.SIZE + ") l LEFT JOIN campaign_audience a ON a.shop_id = ?"
                                + " AND a.campaign_id = ? AND a.follower_id = l.follower_id"
                                + " WHERE (a.follower_id IS NULL OR l.standing <> COALESCE(a.reason, a.state)"
                                + " OR NOT l.account_id <=> a.account_id)" + GOT_NOTHING,
                        plan.campaign().shopId(),
                        plan.campaign().id());
        sql.forEach(query, row -> change(
                        row.longAt("follower_id"),
                        row.enumAt("listed_as", AudienceStanding.class),
                        row.enumAt("standing", AudienceStanding.class),
                        row.booleanAt("is_moved"),
                        isBegun)
                .ifPresent(all::add));
    }

    /** Who is INCLUDED or held out by the hash stays that, whatever a merge has made of the hash. */
    private static Optional<Changed> change(
            long follower, AudienceStanding listedAs, AudienceStanding now, boolean isMoved, boolean isBegun) {
        if (listedAs == null) {
            return Optional.of(new Changed(follower, AudienceChangeKind.ADDED, null, now));
        }
        boolean isOther = listedAs != now && (listedAs.isLeftOut() || now.isLeftOut());
        boolean isKept = isBegun && !listedAs.isLeftOut();
        if (isOther && !isKept) {
            return Optional.of(new Changed(follower, AudienceChangeKind.CHANGED, listedAs, now));
        }
        return isMoved && !isOther && Objects.equals(listedAs, now)
                ? Optional.of(new Changed(follower, AudienceChangeKind.MOVED, listedAs, now))
                : Optional.empty();
    }

    private void left(AudiencePlan plan, Range range, boolean isBegun, List<Changed> all) {
        SqlFragment query = SqlFragment.of(
                        "SELECT a.follower_id, COALESCE(a.reason, a.state) AS listed_as FROM campaign_audience a"
                                + " LEFT JOIN (")
                .add(plan.among(range.of("f.id")))
                .add(
                        " LIMIT " + FollowerRanges.SIZE + ") l ON l.follower_id = a.follower_id WHERE a.shop_id = ?"
                                + " AND a.campaign_id = ? AND ",
                        plan.campaign().shopId(),
                        plan.campaign().id())
                .add(range.of("a.follower_id"))
                .add(" AND l.follower_id IS NULL" + GOT_NOTHING)
                .add(
                        isBegun
                                ? " AND EXISTS (SELECT 1 FROM campaign_audience_variant v WHERE v.shop_id = a.shop_id"
                                        + " AND v.campaign_id = a.campaign_id AND v.follower_id = a.follower_id)"
                                : "");
        sql.forEach(
                query,
                row -> all.add(new Changed(
                        row.longAt("follower_id"),
                        AudienceChangeKind.LEFT,
                        row.enumAt("listed_as", AudienceStanding.class),
                        null)));
    }
}
