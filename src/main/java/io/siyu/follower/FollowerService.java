package io.siyu.follower;

import io.siyu.buyer.person.OptOuts;
import io.siyu.follower.invitation.Invitations;
import io.siyu.follower.loss.FollowerLosses;
import io.siyu.follower.loss.FollowerLosses.Loss;
import io.siyu.follower.loss.LossReason;
import io.siyu.follower.tag.FollowerTags;
import io.siyu.platform.http.ETags;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Single followers: read, moved along, moved to another account, described. */
@ApplicationScoped
public class FollowerService {
    private static final Logger LOG = Logger.getLogger(FollowerService.class);

    /** Before anything was sold on marketplaces. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final FollowerRepository followers;
    private final FollowerQueries queries;
    private final FollowerTags tags;
    private final FollowerSight sight;
    private final FollowerPlacement placement;
    private final OptOuts optOuts;
    private final FollowerChanges changes;
    private final Invitations invitations;
    private final FollowerLosses losses;
    private final Event<FollowerMoved> moved;
    private final Event<FollowerJoined> joined;
    private final Clock clock;

    FollowerService(
            FollowerRepository followers,
            FollowerQueries queries,
            FollowerTags tags,
            FollowerSight sight,
            FollowerPlacement placement,
            OptOuts optOuts,
            FollowerChanges changes,
            Invitations invitations,
            FollowerLosses losses,
            Event<FollowerMoved> moved,
            Event<FollowerJoined> joined,
            Clock clock) {
        this.followers = followers;
        this.queries = queries;
        this.tags = tags;
        this.sight = sight;
        this.placement = placement;
        this.optOuts = optOuts;
        this.changes = changes;
        this.invitations = invitations;
        this.losses = losses;
        this.moved = moved;
        this.joined = joined;
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
            placement.move(
                    member, view, follower, request.accountId().value(), request.status() == FollowerStatus.ADDED);
        }
        if (!view.owns(follower)) {
            throw ErrorCode.FORBIDDEN.problem("Take it onto an account of your own first.");
        }
        Loss loss = lossOf(member.shop(), request);
        if (request.status() != null) {
            become(member, follower, request.status(), loss);
        }
        describe(follower, request);
        followers.flush();
        return answer(follower);
    }

    private void become(Member member, Follower follower, FollowerStatus next, Loss loss) {
        if (next == FollowerStatus.INVITED && follower.status() != FollowerStatus.INVITED) {
            invitations.requireRoom(follower.shopId(), follower.id(), "status", clock.instant());
        }
        if (follower.status() == FollowerStatus.LOST && next == FollowerStatus.INVITED) {
            placement.comeBack(member.shop(), follower);
        }
        if (next != follower.status()) {
            go(follower, next, loss);
            moved.fire(new FollowerMoved(follower.shopId(), follower.id(), next));
        }
        if (next == FollowerStatus.OPTED_OUT) {
            optOuts.record(follower.shopId(), follower.buyerId(), null, member.staffId(), clock.instant());
        }
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 for a day that is not there yet, and for who is not lost */
    private Loss lossOf(Shop shop, UpdateFollowerRequest request) {
        boolean isTold = request.lostReason() != null || request.lostDay() != null;
        if (isTold && request.status() != FollowerStatus.LOST) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    request.lostReason() == null ? "lostDay" : "lostReason", "NotLost", "Only with the status LOST.");
        }
        LocalDate today = shop.today(clock);
        LocalDate day = Objects.requireNonNullElse(request.lostDay(), today);
        if (day.isAfter(today) || day.isBefore(EARLIEST)) {
            throw ErrorCode.VALIDATION_FAILED.problem("lostDay", "Range", "From " + EARLIEST + " to today.");
        }
        return new Loss(day, Objects.requireNonNullElse(request.lostReason(), LossReason.UNKNOWN));
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
     * The buyer was asked to become a friend, a fact that is taken however often it was so. Already invited or added:
     * nothing changes.
     *
     * @throws io.siyu.platform.problem.ProblemException 409 for who opted out
     */
    @Transactional
    public void markInvited(long shopId, long followerId, String by) {
        Follower follower = existing(shopId, followerId);
        if (follower.status() != FollowerStatus.ADDED) {
            go(follower, FollowerStatus.INVITED, null);
            LOG.debugf("Follower %d of shop %d invited by %s", followerId, shopId, by);
        }
    }

    /**
     * The buyer became a friend, perhaps without anybody having said that the invitation went out: a fact is taken (R7).
     *
     * @throws io.siyu.platform.problem.ProblemException 409 for who opted out
     */
    @Transactional
    public void markAdded(long shopId, long followerId, String by) {
        go(existing(shopId, followerId), FollowerStatus.ADDED, null);
        LOG.debugf("Follower %d of shop %d added by %s", followerId, shopId, by);
    }

    /**
     * The follower says by deleting the account that it is over. Who is nobody's friend yet stays what it is.
     *
     * @param day the shop's, on which it was seen
     */
    @Transactional
    public void markLost(long shopId, long followerId, LocalDate day, String by) {
        followers
                .findIn(shopId, followerId)
                .filter(follower -> follower.status() == FollowerStatus.ADDED)
                .ifPresent(follower -> {
                    go(follower, FollowerStatus.LOST, new Loss(day, LossReason.DELETED_US));
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

    /** @param loss what is told of it, if it is one */
    private void go(Follower follower, FollowerStatus next, Loss loss) {
        FollowerStatus before = follower.status();
        if (next == before) {
            return;
        }
        Instant now = clock.instant();
        changes.around(follower.shopId(), List.of(follower.buyerId()), () -> {
            follower.become(next, now);
            followers.flush();
            if (next == FollowerStatus.INVITED) {
                invitations.begin(follower.shopId(), follower.id(), now);
            } else if (before == FollowerStatus.INVITED) {
                invitations.end(follower.shopId(), follower.id(), now);
            }
            if (next == FollowerStatus.LOST) {
                losses.add(follower.shopId(), follower.id(), follower.accountId(), loss, now);
            }
        });
        if (next == FollowerStatus.ADDED) {
            joined.fire(new FollowerJoined(follower.shopId(), follower.id(), follower.accountId(), now));
        }
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
