package io.siyu.follower.distribution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.buyer.Tier;
import io.siyu.follower.AccountCapacity;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Who is to be given to which account: the most valuable ones first, and to each account its part of them. */
@ApplicationScoped
class DistributionPlan {
    private final AccountRepository accounts;
    private final AccountCapacity capacity;
    private final UnassignedCandidates pool;
    private final ObjectMapper json;

    DistributionPlan(
            AccountRepository accounts, AccountCapacity capacity, UnassignedCandidates pool, ObjectMapper json) {
        this.accounts = accounts;
        this.capacity = capacity;
        this.pool = pool;
        this.json = json;
    }

    /**
     * @param total as many candidates as were asked for, or there are
     * @param places of those who have one, numbered from 1 on
     * @param pool candidates of the tiers who are on no account
     */
    record Planned(
            int total, List<FollowerDistribution.Place> places, List<FollowerDistribution.Share> shares, long pool) {}

    /** @throws io.siyu.platform.problem.ProblemException 400 for an account that is not an active one of the shop */
    void check(long shopId, DistributeFollowersRequest request) {
        Map<Long, Account> active = active(shopId);
        if (request.weights() != null) {
            request.weights().keySet().forEach(id -> requireActive(active, id, "weights"));
        }
        if (request.accounts() != null) {
            request.accounts().forEach(id -> requireActive(active, id, "accounts"));
        }
    }

    /** In a transaction: nobody else gives to these accounts before it is over. */
    Planned of(long shopId, DistributeFollowersRequest request, LocalDate day) {
        List<AccountCapacity.Room> open = capacity.lock(shopId, chosen(shopId, request), day);
        int[] left = open.stream().mapToInt(AccountCapacity.Room::left).toArray();
        int[] weights = weights(open, request.weights());
        int most = request.limit() == null ? FollowerDistributionService.MOST : request.limit();
        long inPool = pool.size(shopId, tiers(request));
        int wanted = (int) Math.min(most, inPool);
        int fitting = IntStream.of(Apportionment.share(wanted, weights, left)).sum();
        List<UnassignedCandidates.Candidate> candidates = pool.best(shopId, tiers(request), fitting);
        // Who opted out is no candidate, but may still have been counted as one.
        int total = candidates.size() < fitting ? candidates.size() : wanted;
        int[] sides = Apportionment.deal(Apportionment.share(candidates.size(), weights, left));
        List<FollowerDistribution.Place> places = new ArrayList<>();
        for (int i = 0; i < sides.length; i++) {
            UnassignedCandidates.Candidate one = candidates.get(i);
            long account = open.get(sides[i]).account().id();
            places.add(new FollowerDistribution.Place(i + 1, one.followerId(), one.buyerId(), account));
        }
        return new Planned(total, places, shares(open), inPool);
    }

    long remaining(long shopId, DistributeFollowersRequest request) {
        return pool.size(shopId, tiers(request));
    }

    String write(DistributeFollowersRequest request) {
        try {
            return json.writeValueAsString(request);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A request that is no JSON", e);
        }
    }

    DistributeFollowersRequest read(String request) {
        try {
            return json.readValue(request, DistributeFollowersRequest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored request is no JSON", e);
        }
    }

    /** Whoever of the accounts has been closed since gets nobody. */
    private List<Account> chosen(long shopId, DistributeFollowersRequest request) {
        Map<Long, Account> active = active(shopId);
        return request.accounts() == null
                ? List.copyOf(active.values())
                : request.accounts().stream()
                        .distinct()
                        .filter(id -> active.containsKey(id.value()))
                        .map(id -> active.get(id.value()))
                        .toList();
    }

    private Map<Long, Account> active(long shopId) {
        return accounts.listActive(shopId).stream().collect(Collectors.toMap(Account::id, Function.identity()));
    }

    private static Collection<Tier> tiers(DistributeFollowersRequest request) {
        return request.tiers() == null ? EnumSet.allOf(Tier.class) : EnumSet.copyOf(request.tiers());
    }

    private static void requireActive(Map<Long, Account> active, Id id, String field) {
        if (!active.containsKey(id.value())) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    field, "UnknownAccount", "The shop has no active account " + id.value() + ".");
        }
    }

    private static int[] weights(List<AccountCapacity.Room> open, Map<Id, Integer> wanted) {
        return open.stream()
                .mapToInt(room -> wanted == null
                        ? 1
                        : wanted.getOrDefault(Id.of(room.account().id()), 1))
                .toArray();
    }

    private static List<FollowerDistribution.Share> shares(List<AccountCapacity.Room> open) {
        return open.stream()
                .map(room ->
                        new FollowerDistribution.Share(room.account().id(), 0, room.capacityLeft(), room.dailyLeft()))
                .toList();
    }
}
