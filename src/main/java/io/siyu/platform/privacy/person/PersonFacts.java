package io.siyu.platform.privacy.person;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What names a person.
 *
 * @param phones in E.164, or as they are kept where that is not possible
 * @param keyHashes what the person was ever known by, as look-up hashes in Base64
 * @param namesakes other buyers who bear a name of the person
 */
public record PersonFacts(
        Set<String> names,
        Set<String> phones,
        Set<String> emails,
        Set<String> addresses,
        Set<String> platformIds,
        Set<Long> ids,
        Set<String> keyHashes,
        Set<Long> namesakes) {
    /** Nothing. */
    public static final PersonFacts NONE =
            new PersonFacts(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public PersonFacts {
        names = Set.copyOf(names);
        phones = Set.copyOf(phones);
        emails = Set.copyOf(emails);
        addresses = Set.copyOf(addresses);
        platformIds = Set.copyOf(platformIds);
        ids = Set.copyOf(ids);
        keyHashes = Set.copyOf(keyHashes);
        namesakes = Set.copyOf(namesakes);
    }

    /** With no namesakes known. */
    public PersonFacts(
            Set<String> names,
            Set<String> phones,
            Set<String> emails,
            Set<String> addresses,
            Set<String> platformIds,
            Set<Long> ids,
            Set<String> keyHashes) {
        this(names, phones, emails, addresses, platformIds, ids, keyHashes, Set.of());
    }

    /** What the contact of another buyer tells. */
    public static PersonFacts told(Set<String> addresses, Set<Long> namesakes) {
        return new PersonFacts(Set.of(), Set.of(), Set.of(), addresses, Set.of(), Set.of(), Set.of(), namesakes);
    }

    public PersonFacts and(PersonFacts more) {
        return new PersonFacts(
                both(names, more.names),
                both(phones, more.phones),
                both(emails, more.emails),
                both(addresses, more.addresses),
                both(platformIds, more.platformIds),
                both(ids, more.ids),
                both(keyHashes, more.keyHashes),
                both(namesakes, more.namesakes));
    }

    PersonFacts withoutNames() {
        return new PersonFacts(Set.of(), phones, emails, addresses, platformIds, ids, keyHashes, namesakes);
    }

    private static <T> Set<T> both(Set<T> some, Set<T> more) {
        return Stream.concat(some.stream(), more.stream()).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return "PersonFacts[…]";
    }
}
