package io.siyu.follower.audience;

import io.siyu.buyer.Tier;
import io.siyu.follower.audience.AudienceResponse.AudienceInTier;
import io.siyu.follower.audience.AudienceResponse.AudienceOnAccount;
import io.siyu.follower.audience.AudienceResponse.AudienceStates;
import io.siyu.follower.audience.AudienceResponse.SlotCount;
import io.siyu.follower.audience.AudienceResponse.VariantCount;
import io.siyu.platform.ids.Id;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up an audience by state, reason, account, tier and variant. */
final class AudienceTally {
    /** Of those on none. */
    private static final long NO_ACCOUNT = 0;

    private AudienceStates states = AudienceStates.NONE;
    private final Map<LeftOutReason, Long> reasons = new EnumMap<>(LeftOutReason.class);
    private final Map<Long, AudienceStates> accounts = new TreeMap<>();
    private final Map<Tier, AudienceStates> tiers = new EnumMap<>(Tier.class);
    private final Map<Long, Long> posts = new TreeMap<>();

    /** @param reason null unless they are left out */
    void add(AudienceState state, LeftOutReason reason, Long account, Tier tier, long followers) {
        states = states.plus(state, followers);
        accounts.merge(
                account == null ? NO_ACCOUNT : account,
                AudienceStates.NONE.plus(state, followers),
                (some, more) -> some.plus(state, followers));
        tiers.merge(tier, AudienceStates.NONE.plus(state, followers), (some, more) -> some.plus(state, followers));
        if (reason != null) {
            reasons.merge(reason, followers, Long::sum);
        }
    }

    /** Those who get a private post. */
    void addRecipients(long post, long followers) {
        posts.merge(post, followers, Long::sum);
    }

    AudienceStates states() {
        return states;
    }

    Map<LeftOutReason, Long> reasons() {
        return reasons;
    }

    List<AudienceOnAccount> accounts(Map<Long, String> names) {
        return accounts.entrySet().stream()
                .map(account -> new AudienceOnAccount(
                        account.getKey() == NO_ACCOUNT ? null : Id.of(account.getKey()),
                        names.get(account.getKey()),
                        account.getValue()))
                .toList();
    }

    List<AudienceInTier> tiers() {
        return tiers.entrySet().stream()
                .map(tier -> new AudienceInTier(tier.getKey(), tier.getValue()))
                .toList();
    }

    /** By the campaign's posts: what nobody gets is told too. */
    List<SlotCount> slots(List<PrivateSlot> slots) {
        return slots.stream()
                .map(slot -> new SlotCount(
                        slot.key(),
                        slot.choices().stream()
                                .sorted(Comparator.comparing(PrivateSlot.Choice::variant))
                                .map(choice -> new VariantCount(
                                        choice.variant(),
                                        Id.of(choice.postId()),
                                        posts.getOrDefault(choice.postId(), 0L)))
                                .toList()))
                .toList();
    }
}
