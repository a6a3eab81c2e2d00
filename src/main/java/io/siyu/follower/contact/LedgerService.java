package io.siyu.follower.contact;

import io.siyu.follower.FollowerService;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.caller.Caller;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;

/** Looking at what went out, and at what of that broke a limit. */
@ApplicationScoped
public class LedgerService {
    private final FollowerService followers;
    private final LedgerQueries queries;

    LedgerService(FollowerService followers, LedgerQueries queries) {
        this.followers = followers;
        this.queries = queries;
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 for a follower that the caller does not see */
    public Page<FollowerContactResponse> contacts(Caller caller, Id follower, PageRequest page) {
        return queries.contacts(followers.shopOf(caller, follower.value()), follower.value(), page);
    }

    public Page<BreachResponse> breaches(Caller caller, Id shop, LocalDate from, LocalDate to, PageRequest page) {
        if (from != null && to != null && to.isBefore(from)) {
            throw ErrorCode.VALIDATION_FAILED.problem("to", "DatesReversed", "to is before from.");
        }
        return queries.breaches(caller.member(shop).shop(), from, to, page);
    }
}
