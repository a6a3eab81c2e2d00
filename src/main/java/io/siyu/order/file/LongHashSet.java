package io.siyu.order.file;

/** A set of numbers that are hashes already, at about sixteen bytes a number. */
final class LongHashSet {
    private final LongHashMap numbers = new LongHashMap(false);

    /** Whether the number was not there before. */
    boolean add(long number) {
        int before = numbers.size();
        numbers.put(number, 0);
        return numbers.size() > before;
    }

    boolean contains(long number) {
        return numbers.contains(number);
    }

    int size() {
        return numbers.size();
    }
}
