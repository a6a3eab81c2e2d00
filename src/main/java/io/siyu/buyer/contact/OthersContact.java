package io.siyu.buyer.contact;

import io.siyu.platform.privacy.person.PersonWords;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The contact of another buyer in which an erased person may stand: who sends a present says whom it is for. A phone or an
 * e-mail address of the person is surely the person, and so is a name with an address; a name alone may be a namesake's, and
 * an address alone is the household's.
 */
record OthersContact(String name, String phone, String email, String address) {
    static final String NAME = "name_enc";
    static final String PHONE = "phone_enc";
    static final String EMAIL = "email_enc";
    static final String ADDRESS = "address_enc";

    /** What is the person's, by column; empty if the contact does not surely tell of the person. */
    Map<String, String> of(PersonWords words) {
        Map<String, String> persons = new LinkedHashMap<>();
        if (words.areIn(phone)) {
            persons.put(PHONE, phone);
        }
        if (words.areIn(email)) {
            persons.put(EMAIL, email);
        }
        if (!persons.isEmpty()) {
            addBeside(persons, words);
        } else if (isNamed(words) && words.areIn(address)) {
            persons.put(NAME, name);
            persons.put(ADDRESS, address);
        }
        return Collections.unmodifiableMap(persons);
    }

    /** Whose an address is tells the name with it. */
    private void addBeside(Map<String, String> persons, PersonWords words) {
        boolean isPersonsName = isPersons(name, words);
        if (isPersonsName) {
            persons.put(NAME, name);
        }
        if (address != null && (name == null || isPersonsName || isPersons(address, words))) {
            persons.put(ADDRESS, address);
        }
    }

    private static boolean isPersons(String text, PersonWords words) {
        return text != null && !text.equals(words.blank(text, true));
    }

    boolean isNamed(PersonWords words) {
        return words.areIn(name) || words.mayBeIn(name);
    }

    /** Whether what is left of it may still be the person's. */
    boolean mayBeOf(PersonWords words) {
        Set<String> left = new LinkedHashSet<>(Set.of(NAME, PHONE, EMAIL, ADDRESS));
        Set<String> gone = of(words).keySet();
        left.removeAll(gone);
        if (!gone.isEmpty()) {
            return gone.contains(NAME)
                    && (phone != null && left.contains(PHONE) || email != null && left.contains(EMAIL));
        }
        return isNamed(words) || name == null && words.areIn(address);
    }

    /** Nothing personal, whoever logs it. */
    @Override
    public String toString() {
        return "OthersContact[not shown]";
    }
}
