package io.siyu.forecast.model;

/**
 * All that the models need to know of a buyer. Times are in any one unit, counted from the first purchase.
 *
 * @param repeats x: purchases after the first one
 * @param last t_x: when the last of them was; 0 without any
 * @param age T: how long the buyer has been watched, at least t_x
 */
public record PurchaseHistory(int repeats, double last, double age) {
    public PurchaseHistory {
        boolean isSound = repeats >= 0 && last >= 0 && age >= last && age < Double.POSITIVE_INFINITY;
        if (!isSound || (repeats == 0 && last > 0)) {
            throw new IllegalArgumentException("No history: x = " + repeats + ", t_x = " + last + ", T = " + age);
        }
    }
}
