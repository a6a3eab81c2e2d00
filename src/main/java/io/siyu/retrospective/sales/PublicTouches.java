package io.siyu.retrospective.sales;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a campaign published on each account: as many rows as it has posts and accounts. */
final class PublicTouches {
    private final Map<Long, NavigableMap<Instant, Touch>> byAccount = new HashMap<>();

    /** @param inOrder as they went out */
    PublicTouches(List<Touch> inOrder) {
        inOrder.forEach(touch -> byAccount
                .computeIfAbsent(touch.accountId(), account -> new TreeMap<>())
                .put(touch.at(), touch));
    }

    /** @return null if nothing went out on the account before */
    Touch lastBefore(Long accountId, Instant instant) {
        NavigableMap<Instant, Touch> published = byAccount.get(accountId);
        Map.Entry<Instant, Touch> last = published == null ? null : published.lowerEntry(instant);
        return last == null ? null : last.getValue();
    }
}
