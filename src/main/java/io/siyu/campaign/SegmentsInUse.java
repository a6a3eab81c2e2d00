package io.siyu.campaign;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Sql;
import io.siyu.segment.SegmentRemoved;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Keeps segments that a campaign to come is for. */
@ApplicationScoped
class SegmentsInUse {
    private final Sql sql;

    SegmentsInUse(Sql sql) {
        this.sql = sql;
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 naming what uses the segment */
    void onSegmentRemoved(@Observes SegmentRemoved event) {
        List<String> open = Arrays.stream(CampaignStatus.values())
                .filter(CampaignStatus::isBeforeEnd)
                .map(CampaignStatus::name)
                .toList();
        String names = "%\"segment\":\"" + event.segmentId() + "\"%";
        List<Object> params = new ArrayList<>(List.of(event.shopId()));
        params.addAll(open);
        params.addAll(List.of(names, names));
        sql.first(
                        "SELECT c.name FROM campaign c WHERE c.shop_id = ? AND c.status IN (" + Sql.places(open.size())
                                + ") AND (c.audience LIKE ? OR EXISTS (SELECT 1 FROM campaign_post p"
                                + " WHERE p.shop_id = c.shop_id AND p.campaign_id = c.id AND p.audience LIKE ?)) LIMIT 1",
                        row -> row.textAt("name"),
                        params.toArray())
                .ifPresent(campaign -> {
                    throw ErrorCode.CONFLICT.problem(
                            "segment", "SegmentInUse", "The campaign \"" + campaign + "\" is for its buyers.");
                });
    }
}
