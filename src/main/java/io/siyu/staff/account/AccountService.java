package io.siyu.staff.account;

import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.http.ETags;
import io.siyu.platform.ids.Id;
import io.siyu.platform.json.Patch;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;
import io.siyu.staff.StaffRepository;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The identities that buyers add. */
@ApplicationScoped
public class AccountService {
    private static final String THING = "account";

    private final AccountRepository accounts;
    private final StaffRepository staff;
    private final AuditTrail audit;
    private final Clock clock;

    public AccountService(AccountRepository accounts, StaffRepository staff, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws io.siyu.platform.problem.ProblemException 400 for an owner who does not work in the shop, 409 for a name that
     *     is in use
     */
    @Transactional
    public Account open(long shopId, CreateAccountRequest request) {
        requireFreeName(shopId, request.name().strip());
        Account account = new Account(
                shopId,
                request.name().strip(),
                request.kind(),
                ownerOf(shopId, request.ownerStaffId()),
                clock.instant());
        account.appearAs(request.persona());
        account.neverSay(words(request.tabooWords()));
        account.limit(
                Objects.requireNonNullElse(request.dailyAddLimit(), Account.DEFAULT_DAILY_ADD_LIMIT),
                Objects.requireNonNullElse(request.capacity(), Account.DEFAULT_CAPACITY));
        accounts.persistAndFlush(account);
        audit.record(Act.on(shopId, THING, account.id()).to(AccountResponse.from(account)));
        return account;
    }

    @Transactional
    public AccountResponse update(long shopId, long id, String ifMatch, UpdateAccountRequest request) {
        Account account = accounts.findIn(shopId, id).orElseThrow(AccountService::noSuchAccount);
        ETags.requireMatch(ifMatch, account.version());
        AccountResponse before = AccountResponse.from(account);
        if (request.name() != null && !request.name().strip().equals(account.name())) {
            requireFreeName(shopId, request.name().strip());
            account.rename(request.name().strip());
        }
        // Other changes of an account whose owner is given no work must stay possible.
        if (request.ownerStaffId() != null && request.ownerStaffId().value() != account.ownerStaffId()) {
            account.handTo(ownerOf(shopId, request.ownerStaffId()));
        }
        account.appearAs(Patch.over(account.persona(), request.persona()));
        if (request.tabooWords() != null) {
            account.neverSay(words(request.tabooWords().orElse(null)));
        }
        account.limit(
                Objects.requireNonNullElse(request.dailyAddLimit(), account.dailyAddLimit()),
                Objects.requireNonNullElse(request.capacity(), account.capacity()));
        if (Boolean.TRUE.equals(request.active())) {
            account.reactivate();
        } else if (Boolean.FALSE.equals(request.active())) {
            account.retire();
        }
        accounts.flush();
        AccountResponse after = AccountResponse.from(account);
        audit.record(Act.on(shopId, THING, id).from(before).to(after));
        return after;
    }

    public Page<AccountResponse> list(long shopId, PageRequest page) {
        long after = page.cursor(1).map(c -> c.longAt(0)).orElse(0L);
        List<Account> rows = accounts.listAfter(shopId, after, page.rowsToRead());
        return Page.of(rows, page.limit(), a -> Cursor.of(a.id())).map(AccountResponse::from);
    }

    /** The account among those of the given shops. */
    public Account find(Collection<Long> shopIds, long id) {
        return accounts.findInAny(shopIds, id).orElseThrow(AccountService::noSuchAccount);
    }

    private static List<String> words(List<String> said) {
        return said == null ? List.of() : said.stream().map(String::strip).distinct().toList();
    }

    private long ownerOf(long shopId, Id staffId) {
        return staff.lockWorking(shopId, staffId.value())
                .orElseThrow(() -> ErrorCode.VALIDATION_FAILED.problem(
                        "ownerStaffId", "UnknownStaff", "No such person works in this shop."));
    }

    private void requireFreeName(long shopId, String name) {
        if (accounts.findByName(shopId, name).isPresent()) {
            throw ErrorCode.CONFLICT.problem("name", "NameInUse", "The shop has an account of this name.");
        }
    }

    private static RuntimeException noSuchAccount() {
        return ErrorCode.NOT_FOUND.problem("There is no such account.");
    }
}
