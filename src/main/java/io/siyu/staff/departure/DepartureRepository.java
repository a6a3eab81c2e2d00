package io.siyu.staff.departure;

import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class DepartureRepository {
    private final Sql sql;

    DepartureRepository(Sql sql) {
        this.sql = sql;
    }

    Optional<Departure> find(long shopId, long staffId) {
        List<Long> accounts = sql.list(
                "SELECT account_id FROM staff_departure_account WHERE shop_id = ? AND staff_id = ? ORDER BY account_id",
                row -> row.longAt("account_id"),
                shopId,
                staffId);
        return sql.first(
                "SELECT * FROM staff_departure WHERE shop_id = ? AND staff_id = ?",
                row -> new Departure(
                        shopId,
                        staffId,
                        row.longAt("takeover_staff_id"),
                        accounts,
                        row.nullableLongAt("farewell_script_id"),
                        row.nullableLongAt("hello_script_id"),
                        row.instantAt("left_at")),
                shopId,
                staffId);
    }

    void add(Departure departure) {
        sql.update(
                "INSERT INTO staff_departure (shop_id, staff_id, takeover_staff_id, farewell_script_id, hello_script_id,"
                        + " left_at) VALUES (?, ?, ?, ?, ?, ?)",
                departure.shopId(),
                departure.staffId(),
                departure.takeoverStaffId(),
                departure.farewellScriptId(),
                departure.helloScriptId(),
                departure.leftAt());
        sql.batch(
                "INSERT INTO staff_departure_account (shop_id, staff_id, account_id) VALUES (?, ?, ?)",
                departure.accountIds().stream()
                        .map(account -> new Object[] {departure.shopId(), departure.staffId(), account})
                        .toList());
    }

    void remove(Departure departure) {
        long shopId = departure.shopId();
        long staffId = departure.staffId();
        sql.update("DELETE FROM staff_departure WHERE shop_id = ? AND staff_id = ?", shopId, staffId);
        sql.update("DELETE FROM staff_departure_account WHERE shop_id = ? AND staff_id = ?", shopId, staffId);
    }
}
