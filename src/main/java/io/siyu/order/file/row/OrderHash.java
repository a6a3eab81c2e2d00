package io.siyu.order.file.row;

/**
 * Sixty-four bits for an order number, so that millions of them fit into memory. That two numbers of one file share them
 * has a chance of one in a million with six million orders.
 */
public final class OrderHash {
    private OrderHash() {}

    /** FNV-1a over the characters, finished as in MurmurHash3 so that all bits matter. */
    public static long of(String orderNo) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < orderNo.length(); i++) {
            h = (h ^ orderNo.charAt(i)) * 0x100000001b3L;
        }
        h = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }
}
