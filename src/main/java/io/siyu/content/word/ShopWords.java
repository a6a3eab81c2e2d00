package io.siyu.content.word;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.StartupEvent;
import io.siyu.content.word.match.WordMatcher;
import org.eclipse.microprofile.context.ManagedExecutor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Duration;

/**
 * Finds what a shop may not write. The version of its lists is read anew each time, so that a change holds at once on
 * every replica; what was made of a version is kept.
 */
@ApplicationScoped
public class ShopWords {
    private static final int SHOPS_KEPT = 500;
    private static final Duration UNUSED = Duration.ofHours(1);

    private final WordListRepository lists;
    private final ManagedExecutor executor;
    private final Cache<Key, WordMatcher> matchers = Caffeine.newBuilder()
            .maximumSize(SHOPS_KEPT)
            .expireAfterAccess(UNUSED)
            .build();

    ShopWords(WordListRepository lists, ManagedExecutor executor) {
        this.lists = lists;
        this.executor = executor;
    }

    /** The tables of scripts take a second to load: not in the first request. */
    void onStart(@Observes StartupEvent start) {
        executor.execute(WordMatcher::builtIn);
    }

    private record Key(long shopId, int revision) {}

    public WordMatcher of(long shopId) {
        int revision = lists.revision(shopId);
        if (revision == 0) {
            return WordMatcher.builtIn();
        }
        WordMatcher kept = matchers.getIfPresent(new Key(shopId, revision));
        return kept == null ? make(shopId) : kept;
    }

    private WordMatcher make(long shopId) {
        WordListRevision current = lists.current(shopId);
        WordMatcher matcher = WordMatcher.of(current.words());
        // Under the version that was read: a newer one may have come since it was looked for.
        matchers.put(new Key(shopId, current.revision()), matcher);
        return matcher;
    }
}
