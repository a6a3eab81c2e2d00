package io.siyu.buyer.match;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class BuyerMatchesTest {
    private static final Instant THEN = Instant.parse("2026-01-05T10:00:00Z");

    private final IdentityKeys keys = new IdentityKeys(1, (kind, value) -> hash(kind + value));
    private final RecentBuyers recent = new RecentBuyers();
    private final BuyerMatches matches = new BuyerMatches(keys, recent);

    @Test
    void knowsABuyerByAnyKey() {
        long buyer = order("a", "1", null);

        assertThat(order("a", null, null)).isEqualTo(buyer);
        assertThat(order(null, "1", "e")).isEqualTo(buyer);
        assertThat(order(null, null, "e")).isEqualTo(buyer);
        assertThat(matches.newBuyers()).containsExactly(buyer);
        assertThat(matches.proofs()).isEmpty();
    }

    @Test
    void takesThePhoneOfAGiftForNobodysProof() {
        long giver = order("giver", "1", null);
        long friend = order("friend", "1", null);

        assertThat(friend).isNotEqualTo(giver);
        assertThat(order("friend", "1", null)).isEqualTo(friend);
        assertThat(order(null, "1", null)).isEqualTo(giver);
        assertThat(matches.proofs()).isEmpty();
    }

    @Test
    void givesThePlatformIdToWhoWasKnownByPhoneOnly() {
        long buyer = order(null, "1", null);

        assertThat(order("a", "1", null)).isEqualTo(buyer);
        assertThat(order("b", "1", null)).isNotEqualTo(buyer);
    }

    @Test
    void findsNobodyWhereNothingIsKnown() {
        assertThat(matches.buyerOf(details(null, null, null), null, THEN)).isNull();
        assertThat(matches.buyerOf(details(null, null, null), 5L, THEN)).isEqualTo(5);
    }

    @Test
    void leavesAnOrderWithItsBuyerUnlessThatOneHasAnotherPlatformId() {
        assertThat(matches.buyerOf(details(null, "9", null), 5L, THEN)).isEqualTo(5);
        assertThat(order(null, "9", null)).isEqualTo(5);
        matches.known().learnPlatformIdOf(6);

        assertThat(matches.buyerOf(details("x", null, null), 6L, THEN)).isNotEqualTo(6);
    }

    @Test
    void mergesWhoAnOrderProvesToBeOne() {
        long byPhone = order(null, "1", null);
        long byMail = order(null, null, "e");
        long both = order(null, "1", "e");

        assertThat(both).isEqualTo(byPhone);
        assertThat(matches.proofs())
                .containsExactly(new MergeProof(byPhone, byMail, IdentityKind.PHONE, IdentityKind.EMAIL));
        assertThat(order(null, null, "e")).isEqualTo(byPhone);
        assertThat(matches.buyerOf(details(null, null, null), byMail, THEN)).isEqualTo(byPhone);
    }

    @Test
    void keepsWhoHasThePlatformId() {
        long byPhone = order(null, "1", null);
        long onPlatform = order("a", null, null);

        assertThat(order("a", "1", null)).isEqualTo(onPlatform);
        assertThat(matches.proofs())
                .containsExactly(new MergeProof(onPlatform, byPhone, IdentityKind.PLATFORM, IdentityKind.PHONE));
    }

    @Test
    void mergesThreeOneAfterTheOther() {
        long byPhone = order(null, "1", null);
        long byMail = order(null, null, "e");
        long onPlatform = order("a", null, null);
        order(null, "1", "e");

        assertThat(order("a", "1", null)).isEqualTo(onPlatform);
        assertThat(order(null, null, "e")).isEqualTo(onPlatform);
        assertThat(matches.proofs()).extracting(MergeProof::keptId).containsExactly(byPhone, onPlatform);
        assertThat(matches.proofs()).extracting(MergeProof::goneId).containsExactly(byMail, byPhone);
    }

    @Test
    void neverMergesTwoPlatformIds() {
        long one = order("a", "1", null);
        order("b", null, "e");

        assertThat(order(null, "1", "e")).isEqualTo(one);
        assertThat(matches.proofs()).isEmpty();
    }

    @Test
    void leavesApartWhoWasPartedByHand() {
        long byPhone = order(null, "1", null);
        long byMail = order(null, null, "e");
        long onPlatform = order("a", null, null);
        matches.known().learnApart(new KnownBuyers.Apart(onPlatform, byMail));

        assertThat(order("a", null, "e")).isEqualTo(onPlatform);
        assertThat(order("a", "1", null)).isEqualTo(onPlatform);
        assertThat(order(null, "1", "e")).isEqualTo(onPlatform);
        assertThat(matches.proofs()).extracting(MergeProof::goneId).containsExactly(byPhone);
    }

    @Test
    void learnsNothingOfWhoWasErased() {
        matches.known().learnErased(7);

        assertThat(matches.buyerOf(details("a", "1", "e"), 7L, THEN)).isEqualTo(7);
        assertThat(matches.newKeys()).isEmpty();
        assertThat(matches.contacts()).isEmpty();
        assertThat(order("a", "1", null)).isNotEqualTo(7);
    }

    @Test
    void learnsOfAPresentFromBeforeTheErasureWhoGaveItAndNotWhoGotIt() {
        Map<IdentityKind, IdentityKey> erased = matches.keysOf(details("friend", "1", null));
        ErasedKeys keys = new ErasedKeys();
        erased.values().forEach(key -> keys.learnEarlier(key, 7, THEN.plusSeconds(1)));
        matches.learnErased(keys);

        long giver = order("giver", "1", null);
        assertThat(matches.newKeys()).doesNotContainKey(erased.get(IdentityKind.PHONE));
        assertThat(matches.contacts()).isEmpty();
        assertThat(order("friend", "1", null)).isNotIn(7L, giver);
        assertThat(matches.buyerOf(details("giver", "1", null), null, THEN.plusSeconds(2)))
                .isEqualTo(giver);
        assertThat(matches.contacts().get(giver).latest().phone()).isEqualTo("1");
    }

    @Test
    void looksNoFurtherWhereThePlatformIdLeadsToWhoIsStoredWithTheSameContact() {
        BuyerDetails same = details("a", "1", "e");
        store(matches, 7, details("a", "1", "e"));

        matches.recogniseFound(same);

        assertThat(matches.isRecent(same)).isTrue();
        assertThat(matches.buyerOf(same, null, THEN)).isEqualTo(7);
        assertThat(matches.newKeys()).isEmpty();
        assertThat(matches.touched()).isEmpty();
    }

    @Test
    void looksFurtherWhereTheContactIsAnotherOne() {
        BuyerDetails moved = details("a", "2", "e");
        store(matches, 7, details("a", "1", "e"));

        matches.recogniseFound(moved);

        assertThat(matches.isRecent(moved)).isFalse();
        assertThat(matches.buyerOf(moved, null, THEN)).isEqualTo(7);
        assertThat(matches.newKeys().keySet()).contains(keys.of(IdentityKind.PHONE, "2"));
        assertThat(matches.touched()).containsExactly(7L);
    }

    @Test
    void doesNotTakeAContactForStoredThatABatchOnItsWayReplaces() {
        store(matches, 7, details("a", "1", null));
        order("a", "2", null);
        matches.end();
        BuyerDetails asStored = details("a", "1", null);
        BuyerMatches next = new BuyerMatches(keys, recent);
        store(next, 7, asStored);

        next.recogniseFound(asStored);
        assertThat(next.isRecent(asStored)).isFalse();
    }

    @Test
    void knowsFromTheBeginningWhoIsStoredWithWhichContact() {
        BuyerDetails same = details("a", "1", "e");
        BuyerDetails moved = details("a", "2", "e");
        StoredBuyers stored = new StoredBuyers();
        stored.add(keys.of(IdentityKind.PLATFORM, "a"), keys.contactHashOf(same), 7);
        recent.learnStored(stored);

        matches.recogniseStored(same);
        matches.recogniseStored(moved);

        assertThat(matches.isRecent(same)).isTrue();
        assertThat(matches.isRecent(moved)).isFalse();
        assertThat(matches.buyerOf(same, null, THEN)).isEqualTo(7);
        assertThat(matches.buyerOf(moved, null, THEN.plusSeconds(1))).isEqualTo(7);
        matches.end();
        BuyerDetails back = details("a", "1", "e");
        BuyerMatches next = new BuyerMatches(keys, recent);
        next.recogniseStored(back);
        assertThat(next.buyerOf(back, null, THEN.plusSeconds(2))).isEqualTo(7);
        assertThat(next.touched()).as("whose contact another batch has changed").containsExactly(7L);
    }

    private void store(BuyerMatches into, long buyer, BuyerDetails details) {
        into.known().learn(keys.of(IdentityKind.PLATFORM, details.platformId()), buyer);
        into.known().learnPlatformIdOf(buyer);
        into.known().learnContactHash(buyer, keys.contactHashOf(details));
    }

    private long order(String platformId, String phone, String email) {
        return matches.buyerOf(details(platformId, phone, email), null, THEN);
    }

    private static BuyerDetails details(String platformId, String phone, String email) {
        return new BuyerDetails(platformId, phone, email, null, null);
    }

    private static byte[] hash(String text) {
        UUID hash = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(hash.getMostSignificantBits())
                .putLong(hash.getLeastSignificantBits())
                .array();
    }
}
