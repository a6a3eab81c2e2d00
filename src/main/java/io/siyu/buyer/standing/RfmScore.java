package io.siyu.buyer.standing;

/**
 * How a buyer stands among the shop's purchasing buyers, 1 to 5, 5 being the best fifth.
 *
 * @param r by the last purchase day
 * @param f by the number of purchase days
 * @param m by net spend
 */
public record RfmScore(int r, int f, int m) {}
