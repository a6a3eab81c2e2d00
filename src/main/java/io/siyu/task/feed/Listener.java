package io.siyu.task.feed;

import io.siyu.platform.ids.Id;
import io.siyu.staff.caller.Credentials;
import io.siyu.staff.caller.Standing;
import io.smallrye.mutiny.subscription.MultiEmitter;

import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** One client that listens to its shops. An event can come by more than once and is handed on once. */
final class Listener {
    private final Credentials credentials;
    private final MultiEmitter<? super TaskEventResponse> out;
    private final NavigableSet<Long> sent = new TreeSet<>();
    private Map<Long, Standing> standings;

    Listener(Credentials credentials, Map<Long, Standing> standings, MultiEmitter<? super TaskEventResponse> out) {
        this.credentials = credentials;
        this.standings = standings;
        this.out = out;
    }

    Credentials credentials() {
        return credentials;
    }

    synchronized Set<Long> shops() {
        return standings.keySet();
    }

    /** Ends the stream of who may hear less than before: whoever comes back is judged like anybody who comes. */
    synchronized void judge(Map<Long, Standing> now) {
        boolean isKept = standings.values().stream().allMatch(s -> s.isKeptBy(now.get(s.shopId())));
        standings = isKept ? now : Map.of();
        if (!isKept) {
            out.complete();
        }
    }

    synchronized void offer(TaskEventResponse event) {
        Standing standing = standings.get(event.shopId().value());
        if (standing == null || standing.isOnlyStaff() && !event.concerns(Id.of(standing.staffId()))) {
            return;
        }
        if (sent.add(event.id().value())) {
            out.emit(event);
        }
    }

    /** Nothing before this id will come by again. */
    synchronized void forgetBefore(long id) {
        sent.headSet(id).clear();
    }
}
