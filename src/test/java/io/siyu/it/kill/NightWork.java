package io.siyu.it.kill;

import java.util.ArrayList;
import java.util.List;

/** A shop's tiers are judged anew, as every night; whichever replica has the tick does it. */
final class NightWork implements Work {
    private final Rows rows;
    private final String shop;
    private final String hasBought;
    private long buyers;
    private long runBefore;
    private long run;

    NightWork(Rows rows, String shop) {
        this.rows = rows;
        this.shop = shop;
        hasBought = "purchase_days > 0 AND shop_id = " + shop;
    }

    @Override
    public String name() {
        return "nightly tier work";
    }

    @Override
    public void prepare() {
        buyers = rows.number("SELECT COUNT(*) FROM buyer WHERE " + hasBought);
        runBefore = rows.number("SELECT run_no FROM tier_run WHERE shop_id = " + shop);
    }

    /**
     * Nobody who has bought is judged a lead, so that all of them move, whatever they were. The last one is on the second
     * page of the run, and somebody else's until the fault has come: the first page is committed, and the second one waits.
     */
    @Override
    public void begin(int place) {
        rows.update("UPDATE buyer SET tier = 'LEAD' WHERE " + hasBought);
        rows.update("UPDATE follower f JOIN buyer b ON b.shop_id = f.shop_id AND b.id = f.buyer_id SET f.tier = b.tier"
                + " WHERE f.shop_id = " + shop);
        // Behind the changes, which would wait for it as well.
        rows.hold("SELECT id FROM buyer WHERE shop_id = " + shop + " AND id = "
                + rows.number("SELECT MAX(id) FROM buyer WHERE " + hasBought));
        rows.update("UPDATE tier_run SET valid_until = '2020-01-01' WHERE shop_id = " + shop);
    }

    @Override
    public boolean isInTheMiddle() {
        long left = left();
        return left > 0
                && left < buyers
                && rows.number("SELECT lease_until IS NOT NULL AND run_no > " + runBefore
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
        List<String> flaws = new ArrayList<>();
        if (left() > 0) {
            flaws.add(left() + " of " + buyers + " buyers were not judged");
        }
        long moves = rows.number("SELECT COUNT(*) FROM buyer_tier_move WHERE from_tier = 'LEAD' AND run_no > "
                + runBefore + " AND shop_id = " + shop);
        if (moves != buyers) {
            flaws.add(buyers + " buyers moved, but there are " + moves + " moves");
        }
        long apart = rows.number("SELECT COUNT(*) FROM follower f JOIN buyer b ON b.shop_id = f.shop_id AND b.id ="
                + " f.buyer_id WHERE f.tier <> b.tier AND f.shop_id = " + shop);
        if (apart > 0) {
            flaws.add(apart + " followers are in another tier than their buyers");
        }
        return flaws;
    }

    /** Who has bought and is not judged yet, as far as it is committed. */
    private long left() {
        return rows.number("SELECT COUNT(*) FROM buyer WHERE tier = 'LEAD' AND " + hasBought);
    }
}
