package io.siyu.follower.due;

import io.siyu.forecast.ForecastBasis;
import io.siyu.forecast.ForecastModel;
import io.siyu.forecast.fit.ForecastFit;
import io.siyu.forecast.fit.ForecastFitRepository;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Tells whom to talk to in the next days, and why. */
@ApplicationScoped
class DueBuyerService {
    private static final int DEFAULT_DAYS = 7;
    private static final int MOST_DAYS = 90;

    private final DueBuyerQueries queries;
    private final ForecastFitRepository fits;
    private final AccountRepository accounts;
    private final Clock clock;

    DueBuyerService(DueBuyerQueries queries, ForecastFitRepository fits, AccountRepository accounts, Clock clock) {
        this.queries = queries;
        this.fits = fits;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Buyers who are due within so many days from the shop's today: expected by the model, or at the end of their own
     * cycle and not gone by the model; without a model by the cycle alone. The earliest day first, of one day the model's
     * most valuable first, by the cycle who has purchased on the most days. Who was due and did not come stays on the
     * list for a week; after that the tier (AT_RISK) tells. Staff see the followers of their own accounts.
     *
     * @param within whole days from 0 to 90; null for 7
     */
    @Transactional
    Page<DueBuyerResponse> list(Member member, String within, PageRequest page) {
        int days = days(within);
        LocalDate today = member.shop().today(clock);
        Optional<ForecastFit> fit = fits.findLastDone(member.shopId()).filter(done -> done.result() != null);
        DueBuyerQueries.Wanted wanted = new DueBuyerQueries.Wanted(
                member.shopId(),
                today,
                today.minusDays(ForecastModel.OVERDUE_DAYS),
                today.plusDays(days),
                accountIds(member),
                fit.map(ForecastFit::basis).orElse(ForecastBasis.CYCLE),
                fit.map(ForecastFit::asOf).orElse(null));
        Optional<Cursor> after = page.cursor(wanted.cursorSize());
        return Page.of(queries.list(wanted, after, page.rowsToRead()), page.limit(), DueBuyerQueries.Listed::cursor)
                .map(DueBuyerQueries.Listed::buyer);
    }

    private List<Long> accountIds(Member member) {
        return member.isOnlyStaff()
                ? accounts.listOwnedBy(member.shopId(), member.staffId()).stream()
                        .map(Account::id)
                        .toList()
                : null;
    }

    private static int days(String within) {
        if (within == null || within.isEmpty()) {
            return DEFAULT_DAYS;
        }
        int days = within.matches("[0-9]{1,4}") ? Integer.parseInt(within) : -1;
        if (days < 0 || days > MOST_DAYS) {
            throw outOfRange();
        }
        return days;
    }

    private static RuntimeException outOfRange() {
        return ErrorCode.VALIDATION_FAILED.problem(
                "within", "Range", "A whole number between 0 and " + MOST_DAYS + ".");
    }
}
