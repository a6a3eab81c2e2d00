package io.siyu.platform.privacy;

import java.util.Set;

/**
 * What names a person.
 *
 * @param phones in E.164, or as they are kept where that is not possible
 * @param keyHashes what the person was ever known by, as look-up hashes in Base64
 */
public record PersonFacts(
        Set<String> names,
        Set<String> phones,
        Set<String> emails,
        Set<String> addresses,
        Set<String> platformIds,
        Set<Long> ids,
        Set<String> keyHashes) {
    public PersonFacts {
        names = Set.copyOf(names);
        phones = Set.copyOf(phones);
        emails = Set.copyOf(emails);
        addresses = Set.copyOf(addresses);
        platformIds = Set.copyOf(platformIds);
        ids = Set.copyOf(ids);
        keyHashes = Set.copyOf(keyHashes);
    }

    @Override
    public String toString() {
        return "PersonFacts[…]";
    }
}
