package io.siyu.campaign.audience;

import io.siyu.buyer.Tier;
import io.siyu.campaign.Audience;
import io.siyu.platform.ids.Id;
import io.siyu.staff.Account;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whom a post reaches: its own audience within its campaign's. A side that the post leaves open is the campaign's; a
 * side that both name is what they share, which may be nobody.
 *
 * @param tiers empty only if it reaches nobody
 * @param tags any of these; empty for any follower
 * @param segmentIds in all of these; empty for no matter which
 * @param accountIds active ones only
 * @param isNobody whether a side that both name has nothing in common, or no account is left
 */
public record AudienceReach(
        Set<Tier> tiers, List<String> tags, List<Long> segmentIds, List<Long> accountIds, boolean isNobody) {

    /** @param ofCampaign open for a daily post */
    public static AudienceReach of(Audience ofCampaign, Audience ofPost, Collection<Account> active) {
        Set<Tier> tiers = EnumSet.allOf(Tier.class);
        narrow(tiers, ofCampaign.tiers());
        narrow(tiers, ofPost.tiers());
        List<Long> accounts = active.stream()
                .map(Account::id)
                .filter(id -> allows(ofCampaign.accounts(), id) && allows(ofPost.accounts(), id))
                .toList();
        List<String> tags = shared(ofCampaign.tags(), ofPost.tags());
        boolean noTag =
                tags.isEmpty() && !(ofCampaign.tags().isEmpty() && ofPost.tags().isEmpty());
        List<Long> segments = Stream.of(ofCampaign, ofPost)
                .map(Audience::segment)
                .filter(Objects::nonNull)
                .map(Id::value)
                .distinct()
                .toList();
        return new AudienceReach(tiers, tags, segments, accounts, tiers.isEmpty() || accounts.isEmpty() || noTag);
    }

    /** What is left of it for one of the variants of a slot. @param some empty for all */
    public AudienceReach forTiers(Collection<Tier> some) {
        if (some.isEmpty()) {
            return this;
        }
        Set<Tier> left = EnumSet.copyOf(some);
        left.retainAll(tiers);
        return new AudienceReach(left, tags, segmentIds, accountIds, isNobody || left.isEmpty());
    }

    public List<String> namesAmong(Collection<Account> accounts) {
        return accounts.stream()
                .filter(account -> accountIds.contains(account.id()))
                .map(Account::name)
                .toList();
    }

    private static List<String> shared(List<String> some, List<String> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        return some.stream().filter(others::contains).toList();
    }

    private static void narrow(Set<Tier> tiers, Collection<Tier> to) {
        if (!to.isEmpty()) {
            tiers.retainAll(to);
        }
    }

    private static boolean allows(Collection<Id> accounts, long account) {
        return accounts.isEmpty() || accounts.contains(Id.of(account));
    }
}
