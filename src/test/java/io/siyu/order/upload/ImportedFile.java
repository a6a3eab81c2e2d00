package io.siyu.order.upload;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.siyu.support.As;
import io.siyu.support.TestShop;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Uploads files as a client does and waits for their imports. */
public final class ImportedFile {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    public static final String HEADER = "order_no,buyer_id,ordered_at,paid_amount,refund_amount,status,phone\n";

    private ImportedFile() {}

    public static Response upload(TestShop shop, byte[] bytes) {
        return As.marketer().multiPart("file", "orders.csv", bytes).post("/shops/{shop}/order-imports", shop.id());
    }

    /** The import once it is over. */
    public static JsonPath of(TestShop shop, byte[] bytes) {
        String id = upload(shop, bytes).then().statusCode(202).extract().path("id");
        return finished(id);
    }

    public static JsonPath of(TestShop shop, String text) {
        return of(shop, text.getBytes(StandardCharsets.UTF_8));
    }

    public static JsonPath finished(String id) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            JsonPath job = As.marketer().get("/order-imports/{id}", id).jsonPath();
            if (job.getString("status").equals("DONE")
                    || job.getString("status").equals("FAILED")) {
                return job;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new AssertionError("The import " + id + " does not end");
    }
}
