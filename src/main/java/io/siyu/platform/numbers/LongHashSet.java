package io.siyu.platform.numbers;

/** A set of numbers at eleven to sixteen bytes a number. */
public final class LongHashSet {
    private final LongHashMap numbers = new LongHashMap(false);

    /** Whether the number was not there before. */
    public boolean add(long number) {
        int before = numbers.size();
        numbers.put(number, 0);
        return numbers.size() > before;
    }

    public boolean contains(long number) {
        return numbers.contains(number);
    }

    public int size() {
        return numbers.size();
    }
}
