package io.siyu.segment;

import io.siyu.buyer.BuyerConditions;
import io.siyu.buyer.standing.ShopStandings;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.segment.filter.Filter;
import io.siyu.segment.filter.FilterLanguage;
import io.siyu.segment.filter.FilterSql;
import io.siyu.segment.filter.FilterSyntaxException;
import io.siyu.shop.ShopRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Tells what filters and segments mean as of a shop's today. */
@ApplicationScoped
public class SegmentConditions implements BuyerConditions {
    private final SegmentRepository segments;
    private final FilterLanguage language;
    private final ShopRepository shops;
    private final ShopStandings standings;
    private final Clock clock;

    SegmentConditions(
            SegmentRepository segments,
            FilterLanguage language,
            ShopRepository shops,
            ShopStandings standings,
            Clock clock) {
        this.language = language;
        this.segments = segments;
        this.shops = shops;
        this.standings = standings;
        this.clock = clock;
    }

    @Override
    public SqlFragment of(long shopId, Id segment, String filter) {
        List<Filter> all = new ArrayList<>();
        if (segment != null) {
            all.add(saved(shopId, segment.value()));
        }
        if (filter != null && !filter.isBlank()) {
            all.add(parsed(filter));
        }
        return condition(shopId, all);
    }

    /** The condition that a buyer is in all of these segments; nobody is in one that is gone. */
    public SqlFragment ofAll(long shopId, Collection<Long> segmentIds) {
        List<Filter> all = segments.listIn(shopId, segmentIds).stream()
                .map(segment -> language.parse(segment.filter()))
                .toList();
        return all.size() < segmentIds.size() ? SqlFragment.of("FALSE") : condition(shopId, all);
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 telling where a text is no filter */
    Filter parsed(String filter) {
        try {
            return language.parse(filter);
        } catch (FilterSyntaxException e) {
            throw ErrorCode.VALIDATION_FAILED.problem("filter", "Syntax", e.getMessage());
        }
    }

    SqlFragment condition(long shopId, List<Filter> all) {
        if (all.isEmpty()) {
            return SqlFragment.of("TRUE");
        }
        FilterSql sql = new FilterSql(shops.findById(shopId).today(clock), standings.find(shopId));
        return SqlFragment.join(" AND ", all.stream().map(sql::of).toList());
    }

    private Filter saved(long shopId, long id) {
        Segment segment = segments.findIn(shopId, id)
                .orElseThrow(() -> ErrorCode.VALIDATION_FAILED.problem(
                        "segment", "UnknownSegment", "The shop has no segment " + id + "."));
        return language.parse(segment.filter());
    }
}
