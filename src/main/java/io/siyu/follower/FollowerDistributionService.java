package io.siyu.follower;

import io.siyu.buyer.Tier;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Contention;
import io.siyu.shop.Shop;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Shares candidates out over accounts, as many as capacity and daily limits allow, the most valuable ones first. */
@ApplicationScoped
public class FollowerDistributionService {
    /** One distribution is one transaction of bounded size. */
    static final int MOST = 5000;

    private final AccountRepository accounts;
    private final AccountRooms rooms;
    private final CandidatePool pool;
    private final Event<CandidateAssigned> assigned;
    private final Clock clock;

    FollowerDistributionService(
            AccountRepository accounts,
            AccountRooms rooms,
            CandidatePool pool,
            Event<CandidateAssigned> assigned,
            Clock clock) {
        this.accounts = accounts;
        this.rooms = rooms;
        this.pool = pool;
        this.assigned = assigned;
        this.clock = clock;
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 for an account that is not an active one of the shop */
    public FollowerDistributionResponse distribute(Shop shop, DistributeFollowersRequest request) {
        return Contention.inTransaction(() -> attempt(shop, request));
    }

    private FollowerDistributionResponse attempt(Shop shop, DistributeFollowersRequest request) {
        LocalDate day = shop.today(clock);
        Collection<Tier> tiers = request.tiers() == null ? EnumSet.allOf(Tier.class) : EnumSet.copyOf(request.tiers());
        List<AccountRooms.Room> open = rooms.lock(shop.id(), chosen(shop.id(), request), day);
        int[] left = open.stream().mapToInt(AccountRooms.Room::left).toArray();
        int[] weights = weights(open, request.weights());
        int most = request.limit() == null ? MOST : request.limit();
        int fitting = IntStream.of(Apportionment.share(most, weights, left)).sum();
        List<CandidatePool.Candidate> candidates = pool.best(shop.id(), tiers, fitting);
        int[] quotas = Apportionment.share(candidates.size(), weights, left);
        give(shop.id(), open, candidates, quotas, day);
        return answer(open, quotas, pool.size(shop.id(), tiers));
    }

    private List<Account> chosen(long shopId, DistributeFollowersRequest request) {
        Map<Long, Account> active =
                accounts.listActive(shopId).stream().collect(Collectors.toMap(Account::id, account -> account));
        if (request.weights() != null) {
            request.weights().keySet().forEach(id -> requireActive(active, id, "weights"));
        }
        if (request.accounts() == null) {
            return List.copyOf(active.values());
        }
        request.accounts().forEach(id -> requireActive(active, id, "accounts"));
        return request.accounts().stream()
                .distinct()
                .map(id -> active.get(id.value()))
                .toList();
    }

    private static void requireActive(Map<Long, Account> active, Id id, String field) {
        if (!active.containsKey(id.value())) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    field, "UnknownAccount", "The shop has no active account " + id.value() + ".");
        }
    }

    private static int[] weights(List<AccountRooms.Room> open, Map<Id, Integer> wanted) {
        return open.stream()
                .mapToInt(room -> wanted == null
                        ? 1
                        : wanted.getOrDefault(Id.of(room.account().id()), 1))
                .toArray();
    }

    private void give(
            long shopId,
            List<AccountRooms.Room> open,
            List<CandidatePool.Candidate> candidates,
            int[] quotas,
            LocalDate day) {
        Instant now = clock.instant();
        int[] sides = Apportionment.deal(quotas);
        for (int side = 0; side < open.size(); side++) {
            Account account = open.get(side).account();
            List<CandidatePool.Candidate> mine = new ArrayList<>();
            for (int i = 0; i < sides.length; i++) {
                if (sides[i] == side) {
                    mine.add(candidates.get(i));
                }
            }
            pool.assign(shopId, mine, account.id(), day, now);
            rooms.count(shopId, account.id(), day, mine.size());
            mine.forEach(candidate -> assigned.fire(new CandidateAssigned(
                    shopId,
                    candidate.followerId(),
                    candidate.buyerId(),
                    account.id(),
                    account.workerStaffId().orElse(null),
                    now)));
        }
    }

    private static FollowerDistributionResponse answer(List<AccountRooms.Room> open, int[] quotas, long remaining) {
        List<FollowerDistributionResponse.Share> shares = new ArrayList<>();
        int total = 0;
        for (int side = 0; side < open.size(); side++) {
            AccountRooms.Room room = open.get(side);
            total += quotas[side];
            shares.add(new FollowerDistributionResponse.Share(
                    Id.of(room.account().id()),
                    quotas[side],
                    room.capacityLeft() - quotas[side],
                    room.dailyLeft() - quotas[side]));
        }
        return new FollowerDistributionResponse(total, remaining, shares);
    }
}
