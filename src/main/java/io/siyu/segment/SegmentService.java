package io.siyu.segment;

import io.siyu.buyer.BuyerService;
import io.siyu.buyer.BuyersOnAccounts;
import io.siyu.buyer.Tier;
import io.siyu.platform.http.ETags;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.segment.filter.Filter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A shop's segments: tried out, saved, changed, removed. */
@ApplicationScoped
public class SegmentService {
    private static final int SAMPLE = 20;

    private final SegmentRepository segments;
    private final SegmentConditions conditions;
    private final BuyerService buyers;
    private final BuyersOnAccounts onAccounts;
    private final Sql sql;
    private final Event<SegmentRemoved> removed;
    private final Clock clock;

    SegmentService(
            SegmentRepository segments,
            SegmentConditions conditions,
            BuyerService buyers,
            BuyersOnAccounts onAccounts,
            Sql sql,
            Event<SegmentRemoved> removed,
            Clock clock) {
        this.segments = segments;
        this.conditions = conditions;
        this.buyers = buyers;
        this.onAccounts = onAccounts;
        this.sql = sql;
        this.removed = removed;
        this.clock = clock;
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 for no filter, 409 for a name that another segment has */
    @Transactional
    public SegmentResponse save(long shopId, CreateSegmentRequest request, String by) {
        Segment segment =
                new Segment(shopId, request.name().strip(), conditions.parsed(request.filter()), by, clock.instant());
        requireFree(segment, segment.name());
        segments.persist(segment);
        return SegmentResponse.from(segment);
    }

    @Transactional
    public SegmentResponse update(Segment found, String ifMatch, UpdateSegmentRequest request) {
        Segment segment = segments.findIn(found.shopId(), found.id()).orElseThrow(SegmentService::noSuchSegment);
        ETags.requireMatch(ifMatch, segment.version());
        if (request.name() != null) {
            requireFree(segment, request.name().strip());
            segment.rename(request.name().strip(), clock.instant());
        }
        if (request.filter() != null) {
            segment.narrowTo(conditions.parsed(request.filter()), clock.instant());
        }
        segments.flush();
        return SegmentResponse.from(segment);
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 while something is to go to its buyers */
    @Transactional
    public void remove(Segment found, String ifMatch) {
        Segment segment = segments.findIn(found.shopId(), found.id()).orElseThrow(SegmentService::noSuchSegment);
        ETags.requireMatch(ifMatch, segment.version());
        removed.fire(new SegmentRemoved(segment.shopId(), segment.id()));
        segments.delete(segment);
    }

    /** The segment among those of the given shops. */
    public Segment find(Collection<Long> shopIds, Id id) {
        return segments.findInAny(shopIds, id.value()).orElseThrow(SegmentService::noSuchSegment);
    }

    public Page<SegmentResponse> list(long shopId, PageRequest page) {
        long after = page.cursor(1).map(cursor -> cursor.longAt(0)).orElse(0L);
        return Page.of(
                        segments.listAfter(shopId, after, page.rowsToRead()),
                        page.limit(),
                        segment -> Cursor.of(segment.id()))
                .map(SegmentResponse::from);
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 telling where the text is no filter */
    @Transactional
    public SegmentPreviewResponse preview(long shopId, String text) {
        Filter filter = conditions.parsed(text);
        SqlFragment where = SqlFragment.of(" WHERE b.shop_id = ? AND b.merged_into IS NULL AND ", shopId)
                .add(conditions.condition(shopId, List.of(filter)));
        Map<Tier, Long> tiers = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            tiers.put(tier, 0L);
        }
        sql.list(
                SqlFragment.of("SELECT b.tier, COUNT(*) AS buyers FROM buyer b")
                        .add(where)
                        .add(" GROUP BY b.tier"),
                row -> tiers.put(row.enumAt("tier", Tier.class), row.longAt("buyers")));
        return new SegmentPreviewResponse(
                filter.toString(),
                tiers.values().stream().mapToLong(Long::longValue).sum(),
                reachable(where),
                tiers,
                buyers.list(shopId, new BuyerService.Search(null, null, null, text), null, sample())
                        .items());
    }

    private long reachable(SqlFragment where) {
        return sql.first(
                        SqlFragment.of("SELECT COUNT(*) AS n FROM buyer b")
                                .add(where)
                                .add(" AND ")
                                .add(onAccounts.reachable()),
                        row -> row.longAt("n"))
                .orElseThrow();
    }

    private static PageRequest sample() {
        PageRequest page = new PageRequest();
        page.limit = Integer.toString(SAMPLE);
        return page;
    }

    private void requireFree(Segment segment, String name) {
        if (segments.isTaken(segment.shopId(), name, segment.id())) {
            throw ErrorCode.CONFLICT.problem("name", "NameTaken", "Another segment has this name.");
        }
    }

    private static RuntimeException noSuchSegment() {
        return ErrorCode.NOT_FOUND.problem("There is no such segment.");
    }
}
