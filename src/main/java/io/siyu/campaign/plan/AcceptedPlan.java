package io.siyu.campaign.plan;

import io.siyu.campaign.calendar.MarketingNode;
import io.siyu.campaign.calendar.NodesConverter;
import io.siyu.campaign.plan.window.PlanDiff;
import io.siyu.cycle.CycleScope;
import io.siyu.cycle.measure.Cadence;
import io.siyu.cycle.measure.CadenceReason;
import io.siyu.cycle.measure.Confidence;
import io.siyu.cycle.measure.CycleBasis;
import io.siyu.cycle.measure.MeanCycle;
import io.siyu.platform.ids.ShopOwned;
import io.siyu.shop.LadderConverter;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A plan that was made into drafts: by which values, and what it did. It never changes. */
@Entity
public class AcceptedPlan extends ShopOwned {
    private int planNo;
    private LocalDate fromDay;
    private LocalDate toDay;
    private LocalDate anchorDay;

    @Convert(converter = NodesConverter.class)
    private List<MarketingNode> nodes;

    @Enumerated(EnumType.STRING)
    private CycleScope scope;

    private BigDecimal factor;

    @Convert(converter = LadderConverter.class)
    private List<Integer> ladder;

    private int cadenceDays;

    @Enumerated(EnumType.STRING)
    private CadenceReason cadenceReason;

    @Enumerated(EnumType.STRING)
    private CycleBasis basis;

    private long cycleDays;
    private long cycleIntervals;

    @Enumerated(EnumType.STRING)
    private Confidence confidence;

    private int createdDrafts;
    private int keptDrafts;
    private int movedDrafts;
    private int removedDrafts;
    private String acceptedBy;
    private Instant acceptedAt;

    /** For Hibernate. */
    protected AcceptedPlan() {}

    /** @param number counts the shop's plans; two cannot have the same */
    AcceptedPlan(long shopId, int number, PlanTerms terms, Rhythm rhythm, PlanDiff diff, String by, Instant at) {
        super(shopId);
        this.planNo = number;
        this.fromDay = terms.from();
        this.toDay = terms.to();
        this.anchorDay = terms.anchor();
        this.nodes = terms.nodes();
        this.scope = terms.scope();
        this.factor = terms.factor();
        this.ladder = terms.ladder();
        this.cadenceDays = rhythm.cadence().days();
        this.cadenceReason = rhythm.cadence().reason();
        this.basis = rhythm.cadence().cycle().basis();
        this.cycleDays = rhythm.cadence().cycle().days();
        this.cycleIntervals = rhythm.cadence().cycle().intervals();
        this.confidence = rhythm.confidence();
        this.createdDrafts = diff.create().size();
        this.keptDrafts = diff.keep().size();
        this.movedDrafts = diff.move().size();
        this.removedDrafts = diff.remove().size();
        this.acceptedBy = by;
        this.acceptedAt = at;
    }

    PlanTerms terms() {
        Integer given = cadenceReason == CadenceReason.GIVEN ? cadenceDays : null;
        return new PlanTerms(fromDay, toDay, anchorDay, nodes, scope, factor.stripTrailingZeros(), ladder, given);
    }

    /** As it was when the plan was accepted. */
    Rhythm rhythm() {
        MeanCycle cycle = new MeanCycle(basis, cycleDays, cycleIntervals);
        Cadence cadence = cadenceReason == CadenceReason.GIVEN
                ? Cadence.given(cycle, cadenceDays)
                : new Cadence(cycle, factor.stripTrailingZeros(), ladder, cadenceDays, cadenceReason);
        return new Rhythm(scope, cadence, confidence);
    }

    int number() {
        return planNo;
    }

    int createdDrafts() {
        return createdDrafts;
    }

    int keptDrafts() {
        return keptDrafts;
    }

    int movedDrafts() {
        return movedDrafts;
    }

    int removedDrafts() {
        return removedDrafts;
    }

    String acceptedBy() {
        return acceptedBy;
    }

    Instant acceptedAt() {
        return acceptedAt;
    }
}
