package io.siyu.order.intake;

import io.siyu.order.file.IncomingOrder;

/** An order with the keyed hash of all it says, which tells whether anything has changed. */
record HashedOrder(IncomingOrder order, byte[] hash) {}
