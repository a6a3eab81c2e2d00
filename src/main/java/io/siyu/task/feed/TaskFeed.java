package io.siyu.task.feed;

import io.siyu.platform.ids.Id;
import io.siyu.staff.caller.Credentials;
import io.siyu.staff.caller.Standing;
import io.siyu.staff.caller.Standings;
import io.siyu.task.TaskConfig;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.Vertx;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tells clients what happens to tasks, on whichever replica it happens: the history in the database is looked at while
 * somebody listens, by one thread for all listeners of this replica. Each look goes a little back in time, because what
 * was begun first may be committed last.
 */
@ApplicationScoped
class TaskFeed {
    private static final Logger LOG = Logger.getLogger(TaskFeed.class);
    private static final int PAGE = 1000;

    /** A client that does not read is let go; it comes back with the last id that it has seen. */
    private static final int BUFFER = 2000;

    private final TaskEventReader reader;
    private final Standings standings;
    private final TaskConfig config;
    private final Vertx vertx;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean started = new AtomicBoolean();

    TaskFeed(TaskEventReader reader, Standings standings, TaskConfig config, Vertx vertx) {
        this.reader = reader;
        this.standings = standings;
        this.config = config;
        this.vertx = vertx;
    }

    /**
     * What happens in the shops from now on, after what was missed. What came shortly before may come again. It ends when
     * less may be heard than at its beginning.
     */
    Multi<TaskEventResponse> listen(
            Credentials credentials, Map<Long, Standing> byShop, List<TaskEventResponse> missed) {
        return Multi.createFrom()
                .emitter(emitter -> register(credentials, byShop, missed, emitter), missed.size() + BUFFER);
    }

    /**
     * What has happened since an event, in its order.
     *
     * @param lastSeen the id of the last event that the client knows
     * @return empty if that is so long ago, or so much, that the client had better read its queue again
     */
    Optional<List<TaskEventResponse>> missed(Set<Long> shops, long lastSeen) {
        if (lastSeen < TaskEventReader.before(Id.nextValue(), config.feed().replay())) {
            return Optional.empty();
        }
        int most = config.feed().mostMissed();
        long from = TaskEventReader.before(lastSeen, config.feed().overlap());
        List<TaskEventResponse> missed = new ArrayList<>();
        for (long shop : shops) {
            missed.addAll(reader.listAfter(shop, from, most + 1 - missed.size()));
            if (missed.size() > most) {
                return Optional.empty();
            }
        }
        missed.sort(Comparator.comparing(TaskEventResponse::id));
        return Optional.of(missed);
    }

    private void register(
            Credentials credentials,
            Map<Long, Standing> standings,
            List<TaskEventResponse> missed,
            MultiEmitter<? super TaskEventResponse> emitter) {
        Listener listener = new Listener(credentials, standings, emitter);
        missed.forEach(listener::offer);
        listeners.add(listener);
        emitter.onTermination(() -> listeners.remove(listener));
        if (started.compareAndSet(false, true)) {
            vertx.setPeriodic(config.feed().poll().toMillis(), timer -> lookInBackground());
        }
    }

    private void lookInBackground() {
        if (!listeners.isEmpty() && looking.compareAndSet(false, true)) {
            vertx.executeBlocking(
                            () -> {
                                look();
                                return null;
                            },
                            false)
                    .onComplete(done -> {
                        looking.set(false);
                        if (done.failed()) {
                            LOG.warn("The tasks' history could not be read; trying again", done.cause());
                        }
                    });
        }
    }

    private void look() {
        judge();
        long from = TaskEventReader.before(Id.nextValue(), config.feed().overlap());
        Set<Long> shops = listeners.stream().flatMap(l -> l.shops().stream()).collect(Collectors.toSet());
        for (long shop : shops) {
            readFrom(shop, from, event -> listeners.forEach(listener -> listener.offer(event)));
        }
        // The next look begins later than this one.
        listeners.forEach(listener -> listener.forgetBefore(from));
    }

    /** Whoever lost a shop or a role hears nothing that happens from now on. */
    private void judge() {
        Map<Credentials, Map<Long, Standing>> now = standings.of(
                listeners.stream().map(Listener::credentials).distinct().toList());
        // Who came since the question was asked is judged next time.
        listeners.stream()
                .filter(listener -> now.containsKey(listener.credentials()))
                .forEach(listener -> listener.judge(now.get(listener.credentials())));
    }

    private void readFrom(long shop, long from, Consumer<TaskEventResponse> to) {
        long after = from;
        List<TaskEventResponse> page;
        do {
            page = reader.listAfter(shop, after, PAGE);
            for (TaskEventResponse event : page) {
                to.accept(event);
                after = event.id().value();
            }
        } while (page.size() == PAGE);
    }
}
