package io.siyu.follower.list;

import io.siyu.buyer.BuyerConditions;
import io.siyu.buyer.Tier;
import io.siyu.follower.FollowerQueries;
import io.siyu.follower.FollowerResponse;
import io.siyu.follower.FollowerSight;
import io.siyu.follower.FollowerStatus;
import io.siyu.follower.tag.FollowerTags;
import io.siyu.follower.tag.TagResponse;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The shop's followers by tier, as far as the asking member sees them. */
@ApplicationScoped
class FollowerListService {
    private final FollowerQueries queries;
    private final FollowerSight sight;
    private final FollowerTags tags;
    private final BuyerConditions conditions;

    FollowerListService(FollowerQueries queries, FollowerSight sight, FollowerTags tags, BuyerConditions conditions) {
        this.queries = queries;
        this.sight = sight;
        this.tags = tags;
        this.conditions = conditions;
    }

    /** All seven tiers, the most valuable first. */
    @Transactional
    List<FollowerListResponse> lists(Member member, Id account) {
        FollowerQueries.Filter filter = filter(member, null, account, null, null);
        Map<Tier, Map<FollowerStatus, Long>> counts = queries.counts(filter);
        return Arrays.stream(Tier.values())
                .map(tier -> FollowerListResponse.of(tier, counts.getOrDefault(tier, Map.of())))
                .toList();
    }

    @Transactional
    Page<FollowerResponse> list(
            Member member, Tier tier, Id account, FollowerStatus status, Id segment, PageRequest page) {
        SqlFragment buyers = segment == null ? null : conditions.of(member.shopId(), segment, null);
        long after = page.cursor(1).map(cursor -> cursor.longAt(0)).orElse(0L);
        List<FollowerResponse> rows =
                queries.listAfter(filter(member, tier, account, status, buyers), after, page.rowsToRead());
        return Page.of(rows, page.limit(), row -> Cursor.of(row.id().value()));
    }

    /** The words that staff have put on the shop's followers. */
    @Transactional
    Page<TagResponse> tags(long shopId, PageRequest page) {
        String after = page.cursor(1).map(cursor -> cursor.textAt(0)).orElse("");
        return Page.of(tags.listAfter(shopId, after, page.rowsToRead()), page.limit(), row -> Cursor.of(row.tag()));
    }

    private FollowerQueries.Filter filter(
            Member member, Tier tier, Id account, FollowerStatus status, SqlFragment buyers) {
        Long accountId = account == null ? null : account.value();
        return new FollowerQueries.Filter(member.shopId(), sight.of(member), tier, accountId, status, buyers);
    }
}
