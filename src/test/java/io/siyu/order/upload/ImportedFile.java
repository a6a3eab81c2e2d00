package io.siyu.order.upload;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.siyu.support.As;
import io.siyu.support.Jobs;
import io.siyu.support.TestShop;

import java.nio.charset.StandardCharsets;

/** Uploads files as a client does and waits for their imports. */
public final class ImportedFile {
    public static final String HEADER = "order_no,buyer_id,ordered_at,paid_amount,refund_amount,status,phone\n";
    private static final String IMPORTS = "order-imports";

    private ImportedFile() {}

    public static Response upload(TestShop shop, byte[] bytes) {
        return file("orders.csv", bytes).post("/shops/{shop}/" + IMPORTS, shop.id());
    }

    /** The import once it is over. */
    public static JsonPath of(TestShop shop, byte[] bytes) {
        return of(shop, "orders.csv", bytes);
    }

    public static JsonPath of(TestShop shop, String text) {
        return of(shop, "orders.csv", text);
    }

    public static JsonPath of(TestShop shop, String fileName, String text) {
        return of(shop, fileName, text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonPath of(TestShop shop, String fileName, byte[] bytes) {
        return Jobs.run(file(fileName, bytes), shop.id(), IMPORTS);
    }

    /** Of a file that would be imported. */
    public static JsonPath rehearsed(TestShop shop, String text) {
        return Jobs.run(
                file("orders.csv", text.getBytes(StandardCharsets.UTF_8)).multiPart("dryRun", "true"),
                shop.id(),
                IMPORTS);
    }

    public static JsonPath finished(String id) {
        return Jobs.finished("/" + IMPORTS + "/" + id);
    }

    private static RequestSpecification file(String name, byte[] bytes) {
        return As.marketer().multiPart("file", name, bytes);
    }
}
