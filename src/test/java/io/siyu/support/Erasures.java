package io.siyu.support;

import io.restassured.response.ValidatableResponse;

/** Erases buyers, as an admin does. */
public final class Erasures {
    private Erasures() {}

    /** @return what was found, once all is looked through */
    public static ValidatableResponse run(String buyer) {
        As.admin().delete("/buyers/{id}", buyer).then().statusCode(204);
        Jobs.finished("/buyers/" + buyer + "/erasure");
        return As.admin().get("/buyers/{id}/erasure", buyer).then().statusCode(200);
    }
}
