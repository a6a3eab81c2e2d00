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
import io.siyu.platform.sql.Contention;
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
    static final String THING = "account";

    private final AccountRepository accounts;
    private final StaffRepository staff;
    private final AccountChanges changes;
    private final AuditTrail audit;
    private final Clock clock;

    public AccountService(
            AccountRepository accounts, StaffRepository staff, AccountChanges changes, AuditTrail audit, Clock clock) {
        this.changes = changes;
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
        if (request.backupStaffId() != null) {
            account.backUpBy(backupOf(account, request.backupStaffId()));
        }
        account.appearAs(request.persona());
        account.neverSay(words(request.tabooWords()));
        account.limit(
                Objects.requireNonNullElse(request.dailyAddLimit(), Account.DEFAULT_DAILY_ADD_LIMIT),
                Objects.requireNonNullElse(request.capacity(), Account.DEFAULT_CAPACITY));
        accounts.persistAndFlush(account);
        changes.use(account);
        audit.record(Act.on(shopId, THING, account.id()).to(AccountResponse.from(account)));
        return account;
    }

    /** In one transaction with all that hangs on the account's people. */
    public AccountResponse update(long shopId, long id, String ifMatch, UpdateAccountRequest request) {
        return Contention.inTransaction(() -> change(shopId, id, ifMatch, request));
    }

    private AccountResponse change(long shopId, long id, String ifMatch, UpdateAccountRequest request) {
        Account account = accounts.findIn(shopId, id).orElseThrow(AccountService::noSuchAccount);
        ETags.requireMatch(ifMatch, account.version());
        AccountResponse before = AccountResponse.from(account);
        if (request.name() != null && !request.name().strip().equals(account.name())) {
            requireFreeName(shopId, request.name().strip());
            account.rename(request.name().strip());
        }
        long ownerBefore = account.ownerStaffId();
        Long backupBefore = account.backupStaffId().orElse(null);
        setPeople(account, request);
        account.appearAs(Patch.over(account.persona(), request.persona()));
        if (request.tabooWords() != null) {
            account.neverSay(words(request.tabooWords().orElse(null)));
        }
        account.limit(
                Objects.requireNonNullElse(request.dailyAddLimit(), account.dailyAddLimit()),
                Objects.requireNonNullElse(request.capacity(), account.capacity()));
        boolean wasActive = account.active();
        setActive(account, request.active());
        accounts.flush();
        if (account.ownerStaffId() != ownerBefore
                || !Objects.equals(account.backupStaffId().orElse(null), backupBefore)) {
            changes.handed(account, ownerBefore);
        }
        if (account.active() != wasActive) {
            changes.use(account);
        }
        AccountResponse after = AccountResponse.from(account);
        audit.record(Act.on(shopId, THING, id).from(before).to(after));
        return after;
    }

    /**
     * Takes an account out of use; its followers and what is undone for them are the successor's. The same again changes
     * nothing.
     *
     * @throws io.siyu.platform.problem.ProblemException 400 for a successor that is no other active account, 409 if it
     *     cannot hold them all, or the account retired otherwise already
     */
    public AccountResponse retire(long shopId, long id, RetireAccountRequest request) {
        return Contention.inTransaction(() -> retireOnce(shopId, id, request));
    }

    private AccountResponse retireOnce(long shopId, long id, RetireAccountRequest request) {
        Account account = accounts.findIn(shopId, id).orElseThrow(AccountService::noSuchAccount);
        AccountResponse before = AccountResponse.from(account);
        Long successor = request.successorAccountId() == null
                ? null
                : (Long) request.successorAccountId().value();
        if (account.active()) {
            requireSuccessor(account, successor);
            account.retire(successor, request.reason().strip(), clock.instant());
            accounts.flush();
            changes.use(account);
        } else if (!Objects.equals(successor, account.successorAccountId())) {
            throw ErrorCode.STATE_CONFLICT.problem("This account has retired already.");
        }
        AccountResponse after = AccountResponse.from(account);
        audit.record(Act.on(shopId, THING, id).from(before).to(after));
        return after;
    }

    private void requireSuccessor(Account account, Long successor) {
        if (successor != null
                && accounts.findIn(account.shopId(), successor)
                        .filter(other -> other.active() && other.id() != account.id())
                        .isEmpty()) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "successorAccountId", "UnknownAccount", "The shop has no other active account of this id.");
        }
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
        return said == null
                ? List.of()
                : said.stream().map(String::strip).distinct().toList();
    }

    /** Other changes of an account whose owner is given no work must stay possible. */
    private void setPeople(Account account, UpdateAccountRequest request) {
        if (request.ownerStaffId() != null && request.ownerStaffId().value() != account.ownerStaffId()) {
            account.handOver(ownerOf(account.shopId(), request.ownerStaffId()), clock.instant());
        }
        if (request.backupStaffId() != null) {
            account.backUpBy(backupOf(account, request.backupStaffId()));
        }
    }

    private void setActive(Account account, Boolean isWanted) {
        if (Boolean.TRUE.equals(isWanted)) {
            account.reactivate();
        } else if (Boolean.FALSE.equals(isWanted) && account.active()) {
            account.retire(null, null, clock.instant());
        }
    }

    private long ownerOf(long shopId, Id staffId) {
        return worker(shopId, staffId, "ownerStaffId");
    }

    /** @return null for the owner, who needs none */
    private Long backupOf(Account account, Id staffId) {
        return staffId.value() == account.ownerStaffId()
                ? null
                : (Long) worker(account.shopId(), staffId, "backupStaffId");
    }

    private long worker(long shopId, Id staffId, String field) {
        return staff.lockWorking(shopId, staffId.value()).orElseThrow(() -> unknownStaff(field));
    }

    static RuntimeException unknownStaff(String field) {
        return ErrorCode.VALIDATION_FAILED.problem(field, "UnknownStaff", "No such person works in this shop.");
    }

    private void requireFreeName(long shopId, String name) {
        if (accounts.findByName(shopId, name).isPresent()) {
            throw ErrorCode.CONFLICT.problem("name", "NameInUse", "The shop has an account of this name.");
        }
    }

    static RuntimeException noSuchAccount() {
        return ErrorCode.NOT_FOUND.problem("There is no such account.");
    }
}
