package io.siyu.order;

import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;

import jakarta.ws.rs.QueryParam;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which orders a list shows, by their state, whether and why they do not count, and days of the shop, both included. */
public class OrderFilter {
    @QueryParam("status")
    public OrderStatus status;

    @QueryParam("exclusion")
    public Exclusion exclusion;

    @QueryParam("counted")
    public Boolean counted;

    @QueryParam("buyer")
    public Id buyer;

    @QueryParam("from")
    public LocalDate from;

    @QueryParam("to")
    public LocalDate to;

    /** A state together with a reason not to count; null for orders that count. */
    record State(OrderStatus status, Exclusion exclusion) {}

    boolean asksForState() {
        return status != null || exclusion != null || counted != null;
    }

    /** The states in question: each is one stretch of one index. */
    List<State> states() {
        List<State> states = new ArrayList<>();
        for (OrderStatus one : status == null ? Arrays.asList(OrderStatus.values()) : List.of(status)) {
            for (Exclusion reason : Exclusion.of(one)) {
                boolean isAskedFor =
                        (exclusion == null || exclusion == reason) && (counted == null || counted == (reason == null));
                if (isAskedFor) {
                    states.add(new State(one, reason));
                }
            }
        }
        return states;
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 if the days are reversed */
    void check() {
        if (from != null && to != null && to.isBefore(from)) {
            throw ErrorCode.VALIDATION_FAILED.problem("to", "Reversed", "Not before from.");
        }
    }
}
