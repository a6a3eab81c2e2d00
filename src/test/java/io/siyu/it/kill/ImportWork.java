package io.siyu.it.kill;

import io.siyu.support.ShopOutcome;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;

/** A file of orders comes in, and must leave what it leaves when nothing happens. */
final class ImportWork extends LeasedWork {
    private final Replicas replicas;
    private final Rows rows;
    private final Path file;
    private final ZoneId zone;
    private final ShopOutcome undisturbed;
    private final double part;
    private String shop;
    private String job;
    private long doneBefore;

    /** @param part of the rows after which it is in the middle */
    ImportWork(Replicas replicas, Rows rows, Path file, ZoneId zone, ShopOutcome undisturbed, double part) {
        this.replicas = replicas;
        this.rows = rows;
        this.file = file;
        this.zone = zone;
        this.undisturbed = undisturbed;
        this.part = part;
    }

    @Override
    public String name() {
        return "order import";
    }

    @Override
    public void prepare() {
        shop = replicas.at(0).client().createShop("Killed import", zone);
    }

    @Override
    public void begin(int place) {
        job = replicas.at(place).client().upload(shop, file);
    }

    @Override
    public boolean isInTheMiddle() {
        return rows.number("SELECT rows_total > 0 AND rows_done > rows_total * " + part
                        + " AND status = 'RUNNING' FROM order_import WHERE id = " + job)
                == 1;
    }

    @Override
    public void struck() {
        super.struck();
        doneBefore = done();
    }

    @Override
    public boolean goesOn(long sinceNanos) {
        return super.goesOn(sinceNanos) || done() > doneBefore;
    }

    @Override
    public boolean isOver() {
        return List.of("DONE", "FAILED").contains(rows.text("SELECT status FROM order_import WHERE id = " + job));
    }

    @Override
    public List<String> flaws() {
        try (Connection connection = rows.connect()) {
            ShopOutcome.of(connection, shop).assertSameAs(undisturbed);
            return List.of();
        } catch (AssertionError e) {
            return List.of(String.valueOf(e.getMessage()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long done() {
        return rows.number("SELECT rows_done FROM order_import WHERE id = " + job);
    }

    @Override
    String owner() {
        return rows.text("SELECT lease_owner FROM import_lease WHERE shop_id = " + shop);
    }
}
