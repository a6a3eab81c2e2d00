package io.siyu.buyer.person;

import io.siyu.buyer.contact.FullContact;
import io.siyu.buyer.match.Contacts;
import io.siyu.buyer.match.IdentityKind;
import io.siyu.platform.privacy.FieldEncryption;
import io.siyu.platform.privacy.person.PersonFacts;
import io.siyu.platform.privacy.person.PersonWords;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells what names a person, as long as it is known. */
@ApplicationScoped
public class PersonReader {
    private static final String CONTACT = "name_enc, phone_enc, email_enc, address_enc";

    private final Sql sql;
    private final FieldEncryption encryption;

    PersonReader(Sql sql, FieldEncryption encryption) {
        this.sql = sql;
        this.encryption = encryption;
    }

    /** @param buyerIds all buyers that the person is */
    public PersonFacts read(long shopId, List<Long> buyerIds) {
        Set<FullContact> contacts = new HashSet<>();
        Set<String> hashes = new HashSet<>();
        for (List<Long> some : InLists.of(buyerIds)) {
            String places = " IN (" + Sql.places(some.size()) + ")";
            Object[] params = InLists.params(some, shopId);
            contacts.addAll(sql.list(
                    "SELECT platform_id, " + CONTACT + " FROM buyer WHERE shop_id = ? AND id" + places,
                    row -> FullContact.read(shopId, row, encryption),
                    params));
            // What a merge wrote over.
            contacts.addAll(sql.list(
                    "SELECT kept_platform_id AS platform_id, " + CONTACT
                            + " FROM buyer_merge WHERE shop_id = ? AND kept_id" + places,
                    row -> FullContact.read(shopId, row, encryption),
                    params));
            hashes.addAll(sql.list(
                    "SELECT key_hash FROM buyer_identity WHERE shop_id = ? AND buyer_id" + places,
                    row -> Base64.getEncoder().encodeToString(row.bytesAt("key_hash")),
                    params));
        }
        return factsOf(contacts, new HashSet<>(buyerIds), hashes);
    }

    /** By the hashes of all phones and addresses that led to the person. */
    public PersonWords.KnownBy knownBy(long shopId, PersonFacts facts) {
        return new PersonWords.KnownBy() {
            @Override
            public boolean phone(String text) {
                return isKnown(IdentityKind.PHONE, Contacts.phone(text));
            }

            @Override
            public boolean email(String text) {
                return isKnown(IdentityKind.EMAIL, Contacts.email(text));
            }

            private boolean isKnown(IdentityKind kind, String value) {
                return value != null
                        && facts.keyHashes()
                                .contains(Base64.getEncoder()
                                        .encodeToString(encryption.lookupHash(shopId, kind.name(), value)));
            }
        };
    }

    private static PersonFacts factsOf(Set<FullContact> contacts, Set<Long> ids, Set<String> hashes) {
        Set<String> names = new HashSet<>();
        Set<String> phones = new HashSet<>();
        Set<String> emails = new HashSet<>();
        Set<String> addresses = new HashSet<>();
        Set<String> platformIds = new HashSet<>();
        for (FullContact contact : contacts) {
            add(names, contact.name());
            String phone = Contacts.phone(contact.phone());
            add(phones, phone == null ? contact.phone() : phone);
            // none@none.com stands at many buyers.
            add(emails, Contacts.email(contact.email()));
            add(addresses, contact.address());
            add(platformIds, contact.platformId());
        }
        return new PersonFacts(names, phones, emails, addresses, platformIds, ids, hashes);
    }

    private static void add(Set<String> values, String value) {
        if (value != null && !value.isBlank()) {
            values.add(value.strip());
        }
    }
}
