package io.siyu.it.kill;

import io.siyu.support.MadeOrders;
import io.siyu.support.PackagedService;
import io.siyu.support.ShopOutcome;
import io.siyu.support.TaobaoFile;
import io.siyu.support.Waiting;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Two replicas on what they keep their rows in, and shops with enough in them for all works. */
final class Stage implements AutoCloseable {
    private static final int ORDERS = 21_000;

    /** As candidates they must suffice for two distributions under each fault, should the first one be over too soon. */
    private static final int BUYERS = ORDERS / 3;

    private static final int WITH_TASKS = 600;
    private static final int DISTRIBUTED = 700;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Many small steps, so that there are many places to break off at. */
    private static final Map<String, String> SETTINGS =
            Map.of("siyu.intake.batch-size", "150", "siyu.drain.delay", "2s");

    /** Where it is one o'clock in the night now: tiers and their moves have days, so that no shop may be past midnight. */
    private static final ZoneId ZONE =
            ZoneOffset.ofHours(Math.floorMod(13 - LocalTime.now(ZoneOffset.UTC).getHour(), 24) - 12);

    private final Databases database;
    private final Rows rows;
    private final Replicas replicas;
    private final Path file;
    private final String nightShop;
    private final String peopleShop;
    private final ShopOutcome undisturbed;

    /** @param folder for logs and files; it is there */
    Stage(Path folder, Databases database) {
        this.database = database;
        rows = new Rows(database);
        replicas = new Replicas(List.of(
                new PackagedService(
                        "siyu1", folder, database.urls().get(0), PackagedService.SMALL_AND_SOON_UP, SETTINGS),
                new PackagedService(
                        "siyu2", folder, database.urls().get(1), PackagedService.SMALL_AND_SOON_UP, SETTINGS)));
        file = TaobaoFile.write(
                folder.resolve("orders.csv"), new MadeOrders(5, ORDERS, BUYERS), 0, ORDERS, UnaryOperator.identity());
        replicas.launchAll();
        nightShop = replicas.at(0).client().createShop("Night", ZONE);
        peopleShop = replicas.at(1).client().createShop("People", ZONE);
        String night = replicas.at(0).client().upload(nightShop, file);
        String people = replicas.at(1).client().upload(peopleShop, file);
        replicas.at(0).client().finished(night, PATIENCE);
        replicas.at(1).client().finished(people, PATIENCE);
        try (Connection connection = database.connect()) {
            undisturbed = ShopOutcome.of(connection, nightShop);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        makeTasks();
    }

    private void makeTasks() {
        replicas.openAccounts(peopleShop, "staff1", "marketer");
        rows.update("UPDATE account SET daily_add_limit = 100000, capacity = 100000 WHERE shop_id = " + peopleShop);
        String job = replicas.must(
                        "marketer",
                        "POST",
                        "/shops/" + peopleShop + "/follower-distributions",
                        Map.of("limit", WITH_TASKS))
                .id();
        Waiting.until("there are tasks", PATIENCE, () -> "DONE"
                .equals(rows.text("SELECT status FROM follower_distribution WHERE id = " + job)));
    }

    /** @param part of the rows of the import after which it is in the middle */
    List<Work> works(double part) {
        return List.of(
                new ImportWork(replicas, rows, file, ZONE, undisturbed, part),
                new NightWork(rows, nightShop),
                new DistributionWork(replicas, rows, peopleShop, DISTRIBUTED),
                new ClaimWork(replicas, rows, peopleShop, List.of("staff1", "marketer")),
                new ReadyWork(replicas, rows),
                new PostWork(replicas, rows));
    }

    Replicas replicas() {
        return replicas;
    }

    /** No row is held any more that keeps a work in the middle. */
    void letGo() {
        rows.letGo();
    }

    Rows rows() {
        return rows;
    }

    /** Of the shop in which people have tasks. */
    String peopleShop() {
        return peopleShop;
    }

    @Override
    public void close() {
        replicas.at(0).kill();
        replicas.at(1).kill();
        database.close();
    }
}
