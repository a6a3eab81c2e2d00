package io.siyu.campaign.preparation;

import io.siyu.campaign.Campaign;
import io.siyu.platform.ids.Id;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who must acknowledge the briefings of a campaign: the owners of its accounts. */
@ApplicationScoped
public class Participants {
    private final StaffRepository staff;
    private final AccountRepository accounts;

    Participants(StaffRepository staff, AccountRepository accounts) {
        this.staff = staff;
        this.accounts = accounts;
    }

    /** Their names by their staff ids, in the order of these. */
    public Map<Long, String> of(Campaign campaign) {
        Collection<Id> wanted = campaign.audience().accounts();
        Set<Long> owners = accounts.listActive(campaign.shopId()).stream()
                .filter(account -> wanted.isEmpty() || wanted.contains(Id.of(account.id())))
                .map(Account::ownerStaffId)
                .collect(Collectors.toSet());
        return staff.listPresent(campaign.shopId()).stream()
                .filter(member -> owners.contains(member.id()))
                .collect(Collectors.toMap(Staff::id, Staff::displayName, (a, b) -> a, TreeMap::new));
    }
}
