package io.siyu.order.file;

/** A set of numbers that are hashes already, at about sixteen bytes a number. */
final class LongHashSet {
    private long[] slots = new long[1 << 12];
    private int size;
    private boolean hasZero;

    /** Whether the number was not there before. */
    boolean add(long number) {
        if (number == 0) {
            boolean isNew = !hasZero;
            hasZero = true;
            return isNew;
        }
        if (size * 2 > slots.length) {
            grow();
        }
        return place(number);
    }

    private boolean place(long number) {
        int mask = slots.length - 1;
        int i = (int) number & mask;
        while (slots[i] != 0) {
            if (slots[i] == number) {
                return false;
            }
            i = i + 1 & mask;
        }
        slots[i] = number;
        size++;
        return true;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        size = 0;
        for (long number : old) {
            if (number != 0) {
                place(number);
            }
        }
    }
}
