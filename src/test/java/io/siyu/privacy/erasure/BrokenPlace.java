package io.siyu.privacy.erasure;

import io.siyu.platform.privacy.person.PersonWords;
import io.siyu.platform.privacy.search.SearchedPlace;

import jakarta.inject.Singleton;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A place, the first of all, that cannot be looked through for some shops. */
@Singleton
class BrokenPlace implements SearchedPlace {
    static final String NAME = "a place";
    private static final Map<Long, Throwable> BROKEN = new ConcurrentHashMap<>();

    static void breakFor(long shopId, Throwable failure) {
        BROKEN.put(shopId, failure);
    }

    static void mendFor(long shopId) {
        BROKEN.remove(shopId);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isFirst() {
        return true;
    }

    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    public Step search(long shopId, PersonWords words, String after) {
        Throwable failure = BROKEN.get(shopId);
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        return new Step(null, 0, 0);
    }
}
