package io.siyu.segment;

import io.siyu.buyer.BuyerResponse;
import io.siyu.buyer.Tier;

import java.util.List;
import java.util.Map;

/**
 * Whom a filter finds now.
 *
 * @param filter as the service writes it
 * @param buyers how many
 * @param reachable how many of them are followers on an account and can be written to
 * @param tiers buyers by tier, all seven
 * @param sample some of them
 */
public record SegmentPreviewResponse(
        String filter, long buyers, long reachable, Map<Tier, Long> tiers, List<BuyerResponse> sample) {}
