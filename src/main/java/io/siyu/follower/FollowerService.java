package io.siyu.follower;

import io.siyu.buyer.person.OptOuts;
import io.siyu.follower.tag.FollowerTags;
import io.siyu.platform.http.ETags;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Single followers: read, moved along, moved to another account, described. */
@ApplicationScoped
public class FollowerService {
    private static final Logger LOG = Logger.getLogger(FollowerService.class);

    private final FollowerRepository followers;
    private final FollowerQueries queries;
    private final FollowerTags tags;
    private final FollowerSight sight;
    private final FollowerPlacement placement;
    private final OptOuts optOuts;
    private final FollowerChanges changes;
    private final Event<FollowerMoved> moved;
    private final Clock clock;

    FollowerService(
            FollowerRepository followers,
            FollowerQueries queries,
            FollowerTags tags,
            FollowerSight sight,
            FollowerPlacement placement,
            OptOuts optOuts,
            FollowerChanges changes,
            Event<FollowerMoved> moved,
            Clock clock) {
        this.followers = followers;
        this.queries = queries;
        this.tags = tags;
        this.sight = sight;
        this.placement = placement;
        this.optOuts = optOuts;
        this.changes = changes;
        this.moved = moved;
        this.clock = clock;
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 for a follower that the caller does not see */
    @Transactional
    FollowerResponse get(Caller caller, long id) {
        return answer(visible(caller, id).thing());
    }

    /**
     * @throws io.siyu.platform.problem.ProblemException 409 for a step that is not open or an account that is full, 403
     *     for staff who reach for what is not theirs
     */
    @Transactional
    FollowerResponse update(Caller caller, long id, String ifMatch, UpdateFollowerRequest request) {
        Found<Follower> found = visible(caller, id);
        Follower follower = found.thing();
        ETags.requireMatch(ifMatch, follower.version());
        Member member = found.member();
        FollowerSight.View view = sight.of(member);
        if (request.accountId() != null
                && !Long.valueOf(request.accountId().value()).equals(follower.accountId())) {
            placement.move(member, view, follower, request.accountId().value());
        }
        if (!view.owns(follower)) {
            throw ErrorCode.FORBIDDEN.problem("Take it onto an account of your own first.");
        }
        if (request.status() != null) {
            become(member, follower, request.status());
        }
        describe(follower, request);
        followers.flush();
        return answer(follower);
    }

    private void become(Member member, Follower follower, FollowerStatus next) {
        if (follower.status() == FollowerStatus.LOST && next == FollowerStatus.INVITED) {
            placement.comeBack(member.shop(), follower);
        }
        if (next != follower.status()) {
            go(follower, next);
            moved.fire(new FollowerMoved(follower.shopId(), follower.id(), next));
        }
        if (next == FollowerStatus.OPTED_OUT) {
            optOuts.record(follower.shopId(), follower.buyerId(), null, member.staffId(), clock.instant());
        }
    }

    private void describe(Follower follower, UpdateFollowerRequest request) {
        Instant now = clock.instant();
        if (request.remark() != null) {
            follower.note(request.remark(), now);
        }
        if (request.tags() != null && tags.replace(follower.shopId(), follower.id(), request.tags())) {
            follower.touch(now);
        }
    }

    /**
     * The buyer was asked to become a friend. Already invited or added: nothing changes.
     *
     * @throws io.siyu.platform.problem.ProblemException 409 for who opted out
     */
    @Transactional
    public void markInvited(long shopId, long followerId, String by) {
        Follower follower = existing(shopId, followerId);
        if (follower.status() != FollowerStatus.ADDED) {
            go(follower, FollowerStatus.INVITED);
            LOG.debugf("Follower %d of shop %d invited by %s", followerId, shopId, by);
        }
    }

    /**
     * The buyer became a friend, perhaps without anybody having said that the invitation went out.
     *
     * @throws io.siyu.platform.problem.ProblemException 409 for who opted out
     */
    @Transactional
    public void markAdded(long shopId, long followerId, String by) {
        markInvited(shopId, followerId, by);
        go(existing(shopId, followerId), FollowerStatus.ADDED);
    }

    /** The follower says by deleting the account that it is over. Who is nobody's friend yet stays what it is. */
    @Transactional
    public void markLost(long shopId, long followerId, String by) {
        followers
                .findIn(shopId, followerId)
                .filter(follower -> follower.status() == FollowerStatus.ADDED)
                .ifPresent(follower -> {
                    go(follower, FollowerStatus.LOST);
                    moved.fire(new FollowerMoved(shopId, followerId, FollowerStatus.LOST));
                    LOG.debugf("Follower %d of shop %d lost, told by %s", followerId, shopId, by);
                });
    }

    /**
     * The shop of a follower that the caller sees.
     *
     * @throws io.siyu.platform.problem.ProblemException 404 for another
     */
    @Transactional
    public long shopOf(Caller caller, long id) {
        return visible(caller, id).thing().shopId();
    }

    private void go(Follower follower, FollowerStatus next) {
        changes.around(follower.shopId(), List.of(follower.buyerId()), () -> {
            follower.become(next, clock.instant());
            followers.flush();
        });
    }

    private Found<Follower> visible(Caller caller, long id) {
        Found<Follower> found =
                caller.find(shops -> followers.findInAny(shops, id).orElseThrow(FollowerService::noSuchFollower));
        if (!sight.of(found.member()).shows(found.thing())) {
            throw noSuchFollower();
        }
        return found;
    }

    private Follower existing(long shopId, long id) {
        return followers.findIn(shopId, id).orElseThrow(FollowerService::noSuchFollower);
    }

    private FollowerResponse answer(Follower follower) {
        return queries.find(follower.shopId(), follower.id()).orElseThrow(FollowerService::noSuchFollower);
    }

    private static RuntimeException noSuchFollower() {
        return ErrorCode.NOT_FOUND.problem("There is no such follower.");
    }
}
