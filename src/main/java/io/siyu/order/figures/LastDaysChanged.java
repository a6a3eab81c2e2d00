package io.siyu.order.figures;

import java.util.List;

/**
 * Orders gave these buyers, whom the shop knew before, another last purchase day. Fired in the transaction that writes it,
 * in which their rows are locked; other buyers of the shop may be settled at the same time.
 *
 * @param buyerIds in ascending order, at most a few thousand
 */
public record LastDaysChanged(long shopId, List<Long> buyerIds) {}
