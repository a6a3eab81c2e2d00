package io.siyu.campaign;

import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.segment.SegmentRepository;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether an audience names only accounts and segments of its shop. */
@ApplicationScoped
public class AudienceCheck {
    private final AccountRepository accounts;
    private final SegmentRepository segments;

    public AudienceCheck(AccountRepository accounts, SegmentRepository segments) {
        this.accounts = accounts;
        this.segments = segments;
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 naming the first account or segment that is not the shop's */
    public void require(long shopId, Audience audience) {
        List<Long> wanted = audience.accounts().stream().map(Id::value).toList();
        Set<Long> known =
                accounts.listIn(shopId, wanted).stream().map(Account::id).collect(Collectors.toSet());
        wanted.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "audience.accounts", "UnknownAccount", "The shop has no account " + id + ".");
        });
        Id segment = audience.segment();
        if (segment != null && segments.findIn(shopId, segment.value()).isEmpty()) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "audience.segment", "UnknownSegment", "The shop has no segment " + segment + ".");
        }
    }
}
