package io.siyu.it.kill;

import java.util.List;

/** A shop's tiers are judged anew, as every night; whichever replica has the tick does it. */
final class NightWork implements Work {
    private final Rows rows;
    private final String shop;
    private long runBefore;
    private long run;

    NightWork(Rows rows, String shop) {
        this.rows = rows;
        this.shop = shop;
    }

    @Override
    public String name() {
        return "nightly tier work";
    }

    @Override
    public void prepare() {
        runBefore = rows.number("SELECT run_no FROM tier_run WHERE shop_id = " + shop);
    }

    /** Nearly all move, and the last of them is somebody else's until the fault has come. */
    @Override
    public void begin(int place) {
        long buyer = rows.number("SELECT MAX(id) FROM buyer WHERE purchase_days > 0 AND last_day IS NOT NULL"
                + " AND merged_into IS NULL AND shop_id = " + shop);
        rows.update("UPDATE buyer SET last_day = last_day + INTERVAL IF(last_day > '2030-01-01', -4000, 4000) DAY"
                + " WHERE last_day IS NOT NULL AND shop_id = " + shop);
        rows.update("UPDATE buyer SET tier = IF(tier = 'LOST', 'NEW', 'LOST') WHERE purchase_days > 0"
                + " AND shop_id = " + shop);
        rows.update("UPDATE follower f JOIN buyer b ON b.shop_id = f.shop_id AND b.id = f.buyer_id SET f.tier = b.tier"
                + " WHERE f.shop_id = " + shop);
        // Behind the changes, which would wait for it as well.
        rows.hold("SELECT id FROM buyer WHERE shop_id = " + shop + " AND id = " + buyer);
        rows.update("UPDATE tier_run SET valid_until = '2020-01-01' WHERE shop_id = " + shop);
    }

    @Override
    public boolean isInTheMiddle() {
        return rows.number("SELECT lease_until IS NOT NULL AND run_no > " + runBefore
                        + " AND valid_until < UTC_TIMESTAMP() FROM tier_run WHERE shop_id = " + shop)
                == 1;
    }

    /** The row does not say at which process: the caller sees to it that there is but one. */
    @Override
    public boolean isAt(long pid) {
        return true;
    }

    @Override
    public void struck() {
        run = rows.number("SELECT run_no FROM tier_run WHERE shop_id = " + shop);
    }

    @Override
    public boolean goesOn(long sinceNanos) {
        return rows.number("SELECT run_no FROM tier_run WHERE shop_id = " + shop) > run || isOver();
    }

    @Override
    public boolean isOver() {
        return rows.number("SELECT valid_until > UTC_TIMESTAMP() AND lease_until IS NULL FROM tier_run WHERE shop_id = "
                        + shop)
                == 1;
    }

    @Override
    public List<String> flaws() {
        long apart = rows.number("SELECT COUNT(*) FROM follower f JOIN buyer b ON b.shop_id = f.shop_id AND b.id ="
                + " f.buyer_id WHERE f.tier <> b.tier AND f.shop_id = " + shop);
        return apart == 0 ? List.of() : List.of(apart + " followers are in another tier than their buyers");
    }
}
