package io.siyu.support;

import io.restassured.path.json.JsonPath;

/** Has candidates given to accounts. */
public final class Distributions {
    private Distributions() {}

    /** As a marketer. @return the distribution once it is over */
    public static JsonPath run(String shop, Object body) {
        return Jobs.run(As.json(As.marketer()).body(body), shop, "follower-distributions");
    }

    /** The distribution once it is over. */
    public static JsonPath finished(String id) {
        return Jobs.finished("/follower-distributions/" + id);
    }

    public static JsonPath of(String id) {
        return As.seen(As.marketer(), "/follower-distributions/{id}", id);
    }
}
