package io.siyu.platform.numbers;

/** Numbers by numbers, without an object for either. */
public final class LongHashMap {
    /** 2^64 divided by the golden ratio: spreads also numbers that grow evenly, such as ids (Knuth, 6.4). */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[1 << 10];
    private long[] values;
    private int size;
    private boolean hasZero;
    private long valueOfZero;

    public LongHashMap() {
        this(true);
    }

    /** @param hasValues false for a mere set of keys, which takes half the memory */
    public LongHashMap(boolean hasValues) {
        values = hasValues ? new long[keys.length] : null;
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public boolean contains(long key) {
        return key == 0 ? hasZero : keys[slot(key)] == key;
    }

    public long get(long key, long absent) {
        if (!contains(key)) {
            return absent;
        }
        return key == 0 ? valueOfZero : values[slot(key)];
    }

    public void put(long key, long value) {
        if (!contains(key)) {
            size++;
        }
        if (key == 0) {
            hasZero = true;
            valueOfZero = value;
            return;
        }
        if (size * 4L > keys.length * 3L) {
            grow();
        }
        place(key, value);
    }

    private void place(long key, long value) {
        int slot = slot(key);
        keys[slot] = key;
        if (values != null) {
            values[slot] = value;
        }
    }

    /** Where the key is, or would be. */
    private int slot(long key) {
        int i = (int) ((key * GOLDEN >>> Integer.SIZE) * keys.length >>> Integer.SIZE);
        while (keys[i] != 0 && keys[i] != key) {
            i = i + 1 == keys.length ? 0 : i + 1;
        }
        return i;
    }

    /** By half: twice as large, half of the memory would often lie empty. */
    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[oldKeys.length + oldKeys.length / 2];
        values = oldValues == null ? null : new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                place(oldKeys[i], oldValues == null ? 0 : oldValues[i]);
            }
        }
    }
}
