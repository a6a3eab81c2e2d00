package io.siyu.support;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

/** Work in the background that somebody asks for: imports, distributions, fits, rebuilds, erasures. */
public final class Jobs {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Jobs() {}

    /**
     * @param asking with its body, if it has one
     * @param collection of the shop, such as forecast-fits
     * @return the id of the job, which waits or runs
     */
    public static String queue(RequestSpecification asking, String shop, String collection) {
        Response accepted = asking.post("/shops/" + shop + "/" + collection);
        String id = accepted.then().statusCode(202).extract().path("id");
        assertThat(accepted.header("Location")).endsWith("/api/v1/" + collection + "/" + id);
        return id;
    }

    /** @return the job once it is over */
    public static JsonPath run(RequestSpecification asking, String shop, String collection) {
        return finished("/" + collection + "/" + queue(asking, shop, collection));
    }

    /** What stands at the path once it is over, as an admin sees it. */
    public static JsonPath finished(String path) {
        Waiting.until(path + " is over", PATIENCE, () -> at(path).get("finishedAt") != null);
        return at(path);
    }

    private static JsonPath at(String path) {
        return As.seen(As.admin(), path);
    }
}
