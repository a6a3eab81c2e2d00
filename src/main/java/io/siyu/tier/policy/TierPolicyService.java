package io.siyu.tier.policy;

import io.siyu.buyer.Tier;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.http.ETags;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.Violation;
import io.siyu.platform.sql.Contention;
import io.siyu.shop.Shop;
import io.siyu.tier.ShopSums;
import io.siyu.tier.TierContext;
import io.siyu.tier.TierContexts;
import io.siyu.tier.TierPolicy;
import io.siyu.tier.TierPolicyRepository;
import io.siyu.tier.TierPolicyRevision;
import io.siyu.tier.TierPolicyRevisionResponse;
import io.siyu.tier.TierRule;
import io.siyu.tier.run.TierRecalculation;
import io.siyu.tier.run.TierRunRepository;
import io.siyu.tier.run.TierSnapshotResponse;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shop's tier policy: read, tried out, replaced. */
@ApplicationScoped
public class TierPolicyService {
    private final TierPolicyRepository policies;
    private final TierRunRepository runs;
    private final ShopSums sums;
    private final TierContexts contexts;
    private final TierRecalculation recalculation;
    private final AuditTrail audit;
    private final Clock clock;

    public TierPolicyService(
            TierPolicyRepository policies,
            TierRunRepository runs,
            ShopSums sums,
            TierContexts contexts,
            TierRecalculation recalculation,
            AuditTrail audit,
            Clock clock) {
        this.audit = audit;
        this.policies = policies;
        this.runs = runs;
        this.sums = sums;
        this.contexts = contexts;
        this.recalculation = recalculation;
        this.clock = clock;
    }

    TierPolicyRevision current(long shopId) {
        return policies.current(shopId);
    }

    /** What the tiers that are stored now rest on. */
    Optional<TierSnapshotResponse> snapshot(long shopId) {
        return runs.findSnapshot(shopId);
    }

    Page<TierPolicyRevisionResponse> revisions(long shopId, PageRequest page) {
        long before = page.cursor(1).map(cursor -> cursor.longAt(0)).orElse(Long.MAX_VALUE);
        return Page.of(
                policies.listBefore(shopId, before, page.rowsToRead()), page.limit(), row -> Cursor.of(row.revision()));
    }

    /**
     * Puts other rules into effect at once: all buyers are tiered by them before this returns. Those in effect stay as
     * they are, without a new version.
     *
     * @throws io.siyu.platform.problem.ProblemException 400 for unsound rules, 412 if somebody else changed them
     */
    public TierPolicyRevision replace(long shopId, String ifMatch, List<TierRule> rules, String by) {
        TierPolicyRevision before = policies.current(shopId);
        ETags.requireMatch(ifMatch, before.revision());
        TierPolicyRevision after = new TierPolicyRevision(before.revision() + 1, sound(rules));
        if (after.policy().isLike(before.policy())) {
            audit.nothingChanged();
            return before;
        }
        Contention.inTransaction(() -> {
            if (!policies.add(shopId, after, by, clock.instant())) {
                throw ErrorCode.STALE_VERSION.problem("Somebody else changed the policy just now; read it again.");
            }
            audit.record(Act.on(shopId, "tier-policy").from(told(before)).to(told(after)));
            recalculation.expire(shopId);
            return null;
        });
        recalculation.run(shopId);
        return after;
    }

    /** Where buyers would be as of a day, and who would move there from the tier stored now. Changes nothing. */
    TierPreviewResponse preview(Shop shop, PreviewTierPolicyRequest request) {
        TierPolicy policy =
                request.rules() == null ? policies.current(shop.id()).policy() : sound(request.rules());
        LocalDate asOf = request.asOf() == null ? shop.today(clock) : request.asOf();
        TierContext context = contexts.of(shop.id(), asOf);
        Map<Tier, Map<Tier, Long>> buyers = new EnumMap<>(Tier.class);
        sums.judge(shop.id(), policy, context, contexts.isBeforeLastOrder(shop.id(), asOf))
                .forEach(judged -> buyers.computeIfAbsent(judged.from(), from -> new EnumMap<>(Tier.class))
                        .merge(judged.to(), judged.buyers(), Long::sum));
        return answer(asOf, buyers);
    }

    private static TierPreviewResponse answer(LocalDate asOf, Map<Tier, Map<Tier, Long>> buyers) {
        Map<Tier, Long> counts = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            counts.put(tier, 0L);
        }
        List<TierPreviewResponse.Move> moves = new ArrayList<>();
        buyers.forEach((from, targets) -> targets.forEach((to, count) -> {
            counts.merge(to, count, Long::sum);
            if (from != to) {
                moves.add(new TierPreviewResponse.Move(from, to, count));
            }
        }));
        return new TierPreviewResponse(asOf, counts, moves);
    }

    private static Map<String, Object> told(TierPolicyRevision revision) {
        return Map.of(
                "revision", revision.revision(), "rules", revision.policy().rules());
    }

    private static TierPolicy sound(List<TierRule> rules) {
        List<Violation> violations = TierPolicyCheck.violationsOf(rules);
        if (!violations.isEmpty()) {
            throw ErrorCode.VALIDATION_FAILED.problem("These rules cannot be a policy.", violations);
        }
        return new TierPolicy(rules);
    }
}
