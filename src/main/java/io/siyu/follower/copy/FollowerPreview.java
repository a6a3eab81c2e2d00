package io.siyu.follower.copy;

import io.siyu.campaign.post.Speakers;
import io.siyu.content.CopyVariable;
import io.siyu.content.script.preview.PreviewRequest;
import io.siyu.content.script.preview.PreviewValues;
import io.siyu.follower.Follower;
import io.siyu.follower.FollowerRepository;
import io.siyu.follower.FollowerStatus;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells a preview who the follower is, and who speaks to them. */
@ApplicationScoped
class FollowerPreview implements PreviewValues {
    private final FollowerRepository followers;
    private final FollowerValues values;
    private final AccountRepository accounts;
    private final Speakers speakers;
    private final Clock clock;

    FollowerPreview(
            FollowerRepository followers,
            FollowerValues values,
            AccountRepository accounts,
            Speakers speakers,
            Clock clock) {
        this.followers = followers;
        this.values = values;
        this.accounts = accounts;
        this.speakers = speakers;
        this.clock = clock;
    }

    @Override
    public Map<CopyVariable, String> of(Shop shop, PreviewRequest request) {
        long id = request.followerId().value();
        Follower follower = followers
                .findIn(shop.id(), id)
                .orElseThrow(() -> ErrorCode.VALIDATION_FAILED.problem(
                        "followerId", "UnknownFollower", "The shop has no such follower."));
        if (follower.status() == FollowerStatus.OPTED_OUT) {
            throw ErrorCode.STATE_CONFLICT.problem("This follower has opted out, and is written to no more.");
        }
        Map<CopyVariable, String> known = new EnumMap<>(CopyVariable.class);
        known.putAll(values.of(shop.id(), List.of(id), shop.today(clock)).getOrDefault(id, Map.of()));
        accountOf(follower)
                .ifPresent(account -> known.putAll(speakers.of(shop.id(), List.of(account))
                        .get(account.id())
                        .values()));
        return known;
    }

    private Optional<Account> accountOf(Follower follower) {
        return follower.accountId() == null
                ? Optional.empty()
                : accounts.findIn(follower.shopId(), follower.accountId());
    }
}
