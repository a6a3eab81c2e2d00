package io.siyu.tier.rfm;

import io.siyu.buyer.standing.RfmScale;

import java.time.LocalDate;
import java.util.List;

/**
 * How a shop's purchasing buyers spread over the scores.
 *
 * @param day as of which the thresholds were taken; null, with the rest empty, as long as nobody has purchased
 * @param buyers of whom they were taken
 * @param cells how many buyers there are now of each three scores; those without any are left out
 */
public record RfmResponse(LocalDate day, long buyers, Thresholds thresholds, List<Cell> cells) {

    /** Four of each, ascending: a score is one more than the number of thresholds that a buyer is above. */
    public record Thresholds(List<LocalDate> lastDay, List<Integer> purchaseDays, List<String> netSpend) {}

    public record Cell(int r, int f, int m, long buyers) {}

    static RfmResponse none() {
        return new RfmResponse(null, 0, new Thresholds(List.of(), List.of(), List.of()), List.of());
    }

    static RfmResponse of(RfmScale scale, List<Cell> cells) {
        return new RfmResponse(
                scale.day(),
                scale.buyers(),
                new Thresholds(
                        scale.lastDays(),
                        scale.purchaseDays(),
                        scale.netSpends().stream().map(Object::toString).toList()),
                cells);
    }
}
