package io.siyu.contract;

import io.siyu.support.TestShop;

import java.util.HashMap;
import java.util.Map;

/** A shop with one of everything in it. */
record ForeignShop(String id, Map<String, String> idOfCollection) {
    static ForeignShop create() {
        TestShop shop = TestShop.create();
        Map<String, String> ids = new HashMap<>();
        ids.put("shops", shop.id());
        ids.put("accounts", shop.account1());
        return new ForeignShop(shop.id(), ids);
    }

    /** What stands for the path's parameters: the thing that its collection names. */
    Map<String, String> idsFor(String path) {
        String[] steps = path.substring("/api/v1/".length()).split("/");
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < steps.length; i++) {
            String collection = steps[i - 1];
            if (steps[i].startsWith("{") && idOfCollection.containsKey(collection)) {
                values.put(steps[i].substring(1, steps[i].length() - 1), idOfCollection.get(collection));
            }
        }
        return values;
    }
}
