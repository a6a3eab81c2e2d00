package io.siyu.bench.year;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A shop with its people and accounts, whose real orders come in as its year goes by. */
final class YearShop {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final int STAFF = 20;
    private static final int MARKETERS = 5;
    private static final Path ORDERS = Path.of("db/demo/taobao_orders.csv");
    private static final Charset TAOBAO = Charset.forName("GBK");
    private static final String CREATED = "订单创建时间";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Replicas replicas;
    private final Path folder;
    private final String id;
    private final List<String> staff = new ArrayList<>();
    private final List<String> accounts = new ArrayList<>();
    private LocalDate ordersUntil = LocalDate.EPOCH;

    YearShop(Replicas replicas, Path folder) {
        this.replicas = replicas;
        this.folder = folder;
        id = replicas.done(replicas.post(
                        "admin", "/shops", Map.of("name", "一年", "platform", "TAOBAO", "timeZone", ZONE.getId())))
                .id();
        hire("integration", "integration");
        hire("marketer", "marketer");
        IntStream.rangeClosed(1, MARKETERS).forEach(i -> hire("marketer" + i, "marketer"));
        IntStream.rangeClosed(1, STAFF).forEach(i -> staff.add(hire("staff" + i, "staff")));
        IntStream.rangeClosed(1, STAFF).forEach(this::open);
    }

    String id() {
        return id;
    }

    /** The staff ids of staff1, staff2 and so on. */
    List<String> staff() {
        return staff;
    }

    List<String> accounts() {
        return accounts;
    }

    /** Imports the orders that came in up to the day, as a marketer does once a week. */
    void importUntil(LocalDate day) throws IOException {
        Path file = folder.resolve("orders-" + day + ".csv");
        int rows = write(file, day);
        ordersUntil = day;
        if (rows > 0) {
            String job = replicas.first().client().upload(id, file);
            JsonNode done = replicas.first().client().finished(job, PATIENCE);
            if (!done.get("status").asText().equals("DONE")) {
                throw new IllegalStateException(done.toString());
            }
        }
        Files.delete(file);
    }

    /** Gives the newest buyers to accounts, as far as these have room. */
    void distribute() {
        replicas.post("marketer1", "/shops/" + id + "/follower-distributions", Map.of());
    }

    private int write(Path file, LocalDate until) throws IOException {
        int rows = 0;
        try (CsvReader<CsvRecord> orders = CsvReader.builder().ofCsvRecord(Files.newBufferedReader(ORDERS, TAOBAO));
                CsvWriter slice = CsvWriter.builder().build(Files.newBufferedWriter(file, TAOBAO))) {
            int created = -1;
            for (CsvRecord row : orders) {
                if (created < 0) {
                    created = row.getFields().indexOf(CREATED);
                    slice.writeRecord(row.getFields());
                } else if (isBetween(row.getField(created), until)) {
                    slice.writeRecord(row.getFields());
                    rows++;
                }
            }
        }
        return rows;
    }

    private boolean isBetween(String created, LocalDate until) {
        LocalDate day = LocalDateTime.parse(created.strip(), TIME).toLocalDate();
        return !day.isBefore(ordersUntil) && day.isBefore(until);
    }

    private String hire(String user, String role) {
        String hired = replicas.done(replicas.post(
                        "admin",
                        "/shops/" + id + "/staff",
                        Map.of("username", user, "displayName", user, "roles", List.of(role))))
                .id();
        replicas.done(replicas.get(user, "/me"));
        return hired;
    }

    private void open(int number) {
        accounts.add(replicas.done(replicas.post(
                        "admin",
                        "/shops/" + id + "/accounts",
                        Map.of(
                                "name",
                                "号" + number,
                                "kind",
                                "WECOM",
                                "ownerStaffId",
                                staff.get(number - 1),
                                "backupStaffId",
                                staff.get(number % STAFF),
                                "persona",
                                "懂礼物的店员")))
                .id());
    }
}
