package io.siyu.staff.caller;

import io.siyu.platform.security.Login;
import io.siyu.platform.sql.Contention;
import io.siyu.staff.MembershipRepository;
import io.siyu.staff.MembershipRepository.Place;
import io.siyu.staff.Username;
import io.siyu.staff.WorkingStaff;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shops of whoever logged in. The first login of an invited name takes the invitation, for good. */
@ApplicationScoped
class MembershipService {
    private final MembershipRepository repository;
    private final WorkingStaff working;
    private final Clock clock;

    MembershipService(MembershipRepository repository, WorkingStaff working, Clock clock) {
        this.repository = repository;
        this.working = working;
        this.clock = clock;
    }

    /** The person's shops, and the person's staff id in each. */
    Map<Long, Long> staffIdsOf(Login login) {
        Map<Long, Long> staffIds = new LinkedHashMap<>();
        List<Place> places = repository.listOf(login);
        places.stream().filter(place -> !place.isInvitation()).forEach(p -> staffIds.put(p.shopId(), p.staffId()));
        // Who works in the shop already, under another name, does not come in twice.
        places.stream()
                .filter(place -> place.isInvitation() && !staffIds.containsKey(place.shopId()))
                .filter(place -> take(login, place))
                .forEach(place -> staffIds.put(place.shopId(), place.staffId()));
        return staffIds;
    }

    /** @return whether it was still there: of two people by one name, one comes in */
    private boolean take(Login login, Place place) {
        return Contention.inTransaction(() -> {
            if (repository.isDeactivated(login, place.shopId())) {
                // Not by another name either: whoever was put out stays out until an admin says otherwise.
                return false;
            }
            if (!repository.withdraw(Username.ofLogin(login), place.shopId(), place.staffId())) {
                return isMember(login, place);
            }
            repository.add(login, place.shopId(), place.staffId());
            if (!repository.bind(login, place.shopId(), place.staffId(), clock.instant())) {
                throw new IllegalStateException("An invitation of somebody who is not invited: " + place);
            }
            working.tellPresence(place.shopId(), place.staffId());
            return true;
        });
    }

    /** A page of the console asks several things at once, and each is a first login. */
    private boolean isMember(Login login, Place place) {
        return repository.listOf(login).stream()
                .anyMatch(now -> !now.isInvitation() && now.staffId() == place.staffId());
    }
}
