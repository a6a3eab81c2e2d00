package io.siyu.follower.contact;

import io.siyu.content.PostKind;
import io.siyu.content.limit.ContactLimitRepository;
import io.siyu.content.limit.ContactLimits;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What speaks against contacts, by the limits of the day on which each happens: a few statements for many. */
@ApplicationScoped
public class ContactLimitChecks {
    private final ContactHistory history;
    private final OptedOutFollowers optedOut;
    private final ContactLimitRepository limits;

    ContactLimitChecks(ContactHistory history, OptedOutFollowers optedOut, ContactLimitRepository limits) {
        this.history = history;
        this.optedOut = optedOut;
        this.limits = limits;
    }

    /**
     * Which limits contacts go over that are reported now, each list empty where none. The followers stay locked until the
     * transaction ends.
     */
    public Map<Contact, List<ReachedLimit>> check(Shop shop, Collection<Contact> contacts) {
        Map<Contact, List<ReachedLimit>> reached = new LinkedHashMap<>();
        List<Contact> messages = contacts.stream().filter(Contact::isPrivate).toList();
        if (!messages.isEmpty()) {
            Set<Long> followers = messages.stream().map(Contact::sentTo).collect(Collectors.toSet());
            Set<Long> gone = optedOut.lock(shop.id(), followers);
            Messages ofThem = messages(
                    shop, followers, gone, messages.stream().map(Contact::day).toList());
            messages.forEach(
                    message -> reached.put(message, ofThem.against(message.sentTo(), message.taskId(), message.at())));
        }
        contacts.stream()
                .filter(contact -> !contact.isPrivate())
                .forEach(contact -> reached.put(contact, ofPublic(shop, contact)));
        return reached;
    }

    /** Whom nobody may write to now, and why: what a list shows. */
    public Map<Long, ReachedLimit> blocked(Shop shop, Collection<Long> followers, Instant now) {
        Map<Long, ReachedLimit> blocked = new HashMap<>();
        if (!followers.isEmpty()) {
            Messages messages = messages(shop, followers, followers, List.of(LocalDate.ofInstant(now, shop.zone())));
            followers.forEach(follower -> messages.against(follower, 0, now).stream()
                    .findFirst()
                    .ifPresent(limit -> blocked.put(follower, limit)));
        }
        return blocked;
    }

    /** @param gone those of whom it is to be looked up when they opted out */
    private Messages messages(Shop shop, Collection<Long> followers, Collection<Long> gone, List<LocalDate> days) {
        LocalDate first = days.stream().min(LocalDate::compareTo).orElseThrow().minusDays(PrivateLimits.REACH);
        LocalDate last = days.stream().max(LocalDate::compareTo).orElseThrow().plusDays(PrivateLimits.REACH);
        return new Messages(
                shop,
                history.ofFollowers(shop.id(), followers, first, last),
                optedOut.among(shop.id(), gone),
                new HashMap<>());
    }

    /** The private messages of some followers. */
    private final class Messages {
        private final Shop shop;
        private final Map<Long, List<PastContact>> contacts;
        private final Map<Long, Instant> gone;
        private final Map<LocalDate, ContactLimits> limitsOf;

        Messages(
                Shop shop,
                Map<Long, List<PastContact>> contacts,
                Map<Long, Instant> gone,
                Map<LocalDate, ContactLimits> limitsOf) {
            this.shop = shop;
            this.contacts = contacts;
            this.gone = gone;
            this.limitsOf = limitsOf;
        }

        List<ReachedLimit> against(long follower, long exceptTask, Instant at) {
            List<ReachedLimit> reached = new ArrayList<>();
            Instant since = gone.get(follower);
            if (gone.containsKey(follower) && (since == null || !at.isBefore(since))) {
                reached.add(new ReachedLimit(ContactRule.OPTED_OUT, 0, 1, null, since, null));
            }
            LocalDate day = LocalDate.ofInstant(at, shop.zone());
            ContactLimits ofDay = limitsOf.computeIfAbsent(day, d -> limits.limitsOn(shop.id(), d));
            List<PastContact> others = contacts.getOrDefault(follower, List.of()).stream()
                    .filter(contact -> contact.taskId() != exceptTask)
                    .toList();
            reached.addAll(new PrivateLimits(ofDay, others, shop.zone()).reachedOn(day));
            return reached;
        }
    }

    private List<ReachedLimit> ofPublic(Shop shop, Contact contact) {
        if (contact.kind() != PostKind.MOMENT || contact.accountId() == null) {
            return List.of();
        }
        LocalDate day = contact.day();
        List<PastContact> others = history
                .momentsOf(
                        shop.id(),
                        contact.accountId(),
                        day.minusDays(MomentLimits.REACH),
                        day.plusDays(MomentLimits.REACH))
                .stream()
                .filter(other -> other.taskId() != contact.taskId())
                .toList();
        return new MomentLimits(limits.limitsOn(shop.id(), day), others, shop.zone()).brokenAt(contact.at());
    }
}
