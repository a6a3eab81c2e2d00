package io.siyu.buyer.contact;

import io.siyu.platform.privacy.FieldEncryption;
import io.siyu.platform.privacy.person.PersonFacts;
import io.siyu.platform.privacy.person.PersonWords;
import io.siyu.platform.privacy.search.SearchedPlace;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Looks through the encrypted contacts of other buyers, who sent presents to the person or were taken for the person. What is
 * the person's goes, the buyer and the orders stay. It comes first: it tells more addresses of the person, and namesakes.
 */
public final class ContactSearch implements SearchedPlace {
    private static final int ROWS_A_STEP = 1000;
    private static final List<String> COLUMNS =
            List.of(OthersContact.NAME, OthersContact.PHONE, OthersContact.EMAIL, OthersContact.ADDRESS);
    private static final String ANY =
            COLUMNS.stream().map(column -> column + " IS NOT NULL").collect(Collectors.joining(" OR ", "(", ")"));

    private final String table;
    private final String owner;
    private final boolean isVersioned;
    private final Sql sql;
    private final FieldEncryption encryption;

    /** @param owner the column with the buyer whose contact it is */
    public ContactSearch(String table, String owner, boolean isVersioned, Sql sql, FieldEncryption encryption) {
        this.table = table;
        this.owner = owner;
        this.isVersioned = isVersioned;
        this.sql = sql;
        this.encryption = encryption;
    }

    private record Stored(long id, long buyer, OthersContact contact) {}

    @Override
    public String name() {
        return table + ".contact";
    }

    @Override
    public Set<String> columns() {
        return COLUMNS.stream().map(column -> table + "." + column).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isFirst() {
        return true;
    }

    @Override
    public Step search(long shopId, PersonWords words, String after) {
        List<Stored> page = sql.list(
                select().add(
                                " WHERE shop_id = ? AND id > ? AND " + ANY + " ORDER BY id LIMIT ?",
                                shopId,
                                after == null ? 0L : Long.parseLong(after),
                                ROWS_A_STEP),
                row -> read(shopId, row));
        int found = 0;
        List<String> perhaps = new ArrayList<>();
        PersonFacts told = PersonFacts.NONE;
        for (Stored stored : page) {
            OthersContact contact = stored.contact();
            boolean isOfPerson = !contact.of(words).isEmpty();
            if (isOfPerson) {
                told = told.and(takeOut(shopId, stored.id(), words));
                found++;
            } else if (words.areIn(contact.name()) && !words.isOf(stored.buyer())) {
                told = told.and(PersonFacts.told(Set.of(), Set.of(stored.buyer())));
            }
            if (contact.mayBeOf(words)) {
                perhaps.add(Long.toString(stored.id()));
            }
        }
        String last = page.size() < ROWS_A_STEP
                ? null
                : Long.toString(page.get(page.size() - 1).id());
        return new Step(last, page.size(), found, perhaps, told);
    }

    /**
     * From the row as it is now. Without the hash the contact is not taken for known when an order repeats it.
     *
     * @return what else names the person
     */
    private PersonFacts takeOut(long shopId, long id, PersonWords words) {
        SqlFragment where = SqlFragment.of(" WHERE shop_id = ? AND id = ?", shopId, id);
        List<Stored> now = sql.list(select().add(where).add(" FOR UPDATE"), row -> read(shopId, row));
        Map<String, String> persons =
                now.isEmpty() ? Map.of() : now.get(0).contact().of(words);
        if (persons.isEmpty()) {
            return PersonFacts.NONE;
        }
        String sets =
                persons.keySet().stream().map(column -> column + " = NULL").collect(Collectors.joining(", "));
        sql.update(SqlFragment.of("UPDATE " + table + " SET contact_hash = NULL, " + sets
                        + (isVersioned ? ", version = version + 1" : ""))
                .add(where));
        String address = persons.get(OthersContact.ADDRESS);
        return address == null ? PersonFacts.NONE : PersonFacts.told(Set.of(address), Set.of());
    }

    private SqlFragment select() {
        return SqlFragment.of("SELECT id, " + owner + " AS buyer_id, " + String.join(", ", COLUMNS) + " FROM " + table);
    }

    private Stored read(long shopId, ResultRow row) throws SQLException {
        return new Stored(
                row.longAt("id"),
                row.longAt("buyer_id"),
                new OthersContact(
                        encryption.decrypt(shopId, PersonalField.NAME, row.bytesAt(OthersContact.NAME)),
                        encryption.decrypt(shopId, PersonalField.PHONE, row.bytesAt(OthersContact.PHONE)),
                        encryption.decrypt(shopId, PersonalField.EMAIL, row.bytesAt(OthersContact.EMAIL)),
                        encryption.decrypt(shopId, PersonalField.ADDRESS, row.bytesAt(OthersContact.ADDRESS))));
    }
}
