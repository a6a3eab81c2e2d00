package io.siyu.platform.edge;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** How many things of each client are going on; no more of one than there are places for each. */
public final class Places {
    private final int most;
    private final ConcurrentMap<String, Integer> taken = new ConcurrentHashMap<>();

    public Places(int most) {
        this.most = most;
    }

    /** @return false if all of the client's places are taken */
    public boolean take(String client) {
        boolean[] given = new boolean[1];
        taken.compute(client, (key, count) -> {
            int before = count == null ? 0 : count;
            given[0] = before < most;
            return given[0] ? Integer.valueOf(before + 1) : count;
        });
        return given[0];
    }

    public void giveBack(String client) {
        taken.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
    }
}
