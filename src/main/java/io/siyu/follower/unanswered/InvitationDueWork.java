package io.siyu.follower.unanswered;

import io.siyu.follower.invitation.DueInvitations;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.time.EachDue;
import io.siyu.platform.time.TimedWork;
import io.siyu.shop.ShopRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks for invitations whose time has come, shop by shop. */
@ApplicationScoped
public class InvitationDueWork implements TimedWork {
    /** Before the clock of tasks: what it makes and ends are tasks. */
    private static final int BEFORE_TASKS = 15;

    private final ShopRepository shops;
    private final DueInvitations invitations;
    private final UnansweredInvitationService service;

    InvitationDueWork(ShopRepository shops, DueInvitations invitations, UnansweredInvitationService service) {
        this.shops = shops;
        this.invitations = invitations;
        this.service = service;
    }

    @Override
    public int runDue(Instant now) {
        int done = 0;
        for (List<Long> some : InLists.of(shops.listIds())) {
            done += EachDue.sum(invitations.listShops(some, now), shop -> service.runDue(shop, now));
        }
        return done;
    }

    @Override
    public Optional<Instant> dueSince(Instant now) {
        return invitations.findDueSince(now);
    }

    @Override
    public int order() {
        return BEFORE_TASKS;
    }
}
