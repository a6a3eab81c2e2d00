package io.siyu.order;

import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;

import jakarta.ws.rs.QueryParam;

import java.time.LocalDate;

/** Which orders a list shows; days are the shop's and both included. */
public class OrderFilter {
    @QueryParam("status")
    public OrderStatus status;

    @QueryParam("buyer")
    public Id buyer;

    @QueryParam("from")
    public LocalDate from;

    @QueryParam("to")
    public LocalDate to;

    /** @throws io.siyu.platform.problem.ProblemException 400 if the days are reversed */
    void check() {
        if (from != null && to != null && to.isBefore(from)) {
            throw ErrorCode.VALIDATION_FAILED.problem("to", "Reversed", "Not before from.");
        }
    }
}
