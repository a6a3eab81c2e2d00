package io.siyu.platform.privacy.search;

import io.siyu.platform.privacy.person.PersonFacts;
import io.siyu.platform.privacy.person.PersonWords;

import java.util.List;
import java.util.Set;

/**
 * Where words about a person may stand that nothing ties to the person. Each place is a bean of the feature whose it is, so
 * that an erasure looks through all of them, some rows at a time.
 */
public interface SearchedPlace {
    /** As it is told to who asks how the erasure goes. */
    String name();

    /** What it covers, each as {@code table.column}. */
    Set<String> columns();

    /**
     * Whether it comes behind all others, and again when one of them ends later: what those still tell of the person is
     * written here meanwhile.
     */
    default boolean isLast() {
        return false;
    }

    /** Whether it comes before all others, because it tells more of the person, which is looked for there. */
    default boolean isFirst() {
        return false;
    }

    /**
     * Looks through the next rows of a shop and blanks what names the person, in the caller's transaction.
     *
     * @param after the checkpoint of the step before, null at the beginning
     */
    Step search(long shopId, PersonWords words, String after);

    /**
     * @param checkpoint behind which to go on, null when the place was looked through to its end
     * @param rows that were looked at
     * @param found how many of them named the person
     * @param perhaps the ids of those that may still name the person, which people have to look at
     * @param told what else names the person
     */
    record Step(String checkpoint, int rows, int found, List<String> perhaps, PersonFacts told) {
        public Step {
            perhaps = List.copyOf(perhaps);
        }

        public Step(String checkpoint, int rows, int found, List<String> perhaps) {
            this(checkpoint, rows, found, perhaps, PersonFacts.NONE);
        }

        public Step(String checkpoint, int rows, int found) {
            this(checkpoint, rows, found, List.of());
        }
    }
}
