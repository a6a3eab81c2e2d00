package io.siyu.campaign.post;

import io.siyu.content.CopyVariable;
import io.siyu.content.Speaker;
import io.siyu.content.word.match.WordMatcher;
import io.siyu.staff.Account;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Accounts as their followers hear them: under which name, in whose person, and what they never say. */
@ApplicationScoped
public class Speakers {
    private final StaffRepository staff;

    Speakers(StaffRepository staff) {
        this.staff = staff;
    }

    /** By the accounts' ids. */
    public Map<Long, Speaker> of(long shopId, Collection<Account> accounts) {
        Set<Long> owners = accounts.stream().map(Account::ownerStaffId).collect(Collectors.toSet());
        Map<Long, String> names =
                staff.listIn(shopId, owners).stream().collect(Collectors.toMap(Staff::id, Staff::displayName));
        Map<Long, Speaker> speakers = new HashMap<>();
        accounts.forEach(account ->
                speakers.put(account.id(), speaker(account, Optional.ofNullable(names.get(account.ownerStaffId())))));
        return speakers;
    }

    private static Speaker speaker(Account account, Optional<String> owner) {
        Map<CopyVariable, String> values = new EnumMap<>(CopyVariable.class);
        values.put(CopyVariable.ACCOUNT, account.name());
        if (account.persona() != null && !account.persona().isBlank()) {
            values.put(CopyVariable.PERSONA, account.persona().strip());
        }
        owner.ifPresent(name -> values.put(CopyVariable.STAFF, name));
        WordMatcher taboo = account.tabooWords().isEmpty() ? null : WordMatcher.only(account.tabooWords());
        return new Speaker(account.name(), values, taboo);
    }
}
