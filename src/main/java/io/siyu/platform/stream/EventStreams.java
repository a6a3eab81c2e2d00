package io.siyu.platform.stream;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.siyu.platform.drain.Drain;
import io.siyu.platform.edge.PersonalPlaces;
import io.smallrye.mutiny.Multi;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Answers that stay open: some at a time for each person, and none longer than the process is at work. */
@ApplicationScoped
public class EventStreams {
    /** Whoever has so many open gets along without another one for a while. */
    private static final PersonalPlaces.Full FULL = new PersonalPlaces.Full(
            "打开的页面过多，请关闭一些再试。", "Too many event streams are open for you. Close one of them.", Duration.ofSeconds(20));

    private final Drain drain;
    private final CurrentVertxRequest request;
    private final PersonalPlaces places;

    /** @param ofPerson how many may be open for one person */
    EventStreams(
            Drain drain,
            CurrentVertxRequest request,
            SecurityIdentity identity,
            @ConfigProperty(name = "siyu.streams.of-person", defaultValue = "10") int ofPerson) {
        this.drain = drain;
        this.request = request;
        this.places = new PersonalPlaces(ofPerson, identity, FULL);
    }

    /**
     * Answers the current request.
     *
     * @param stream is asked for only if there is a place for it
     * @throws io.siyu.platform.problem.ProblemException 429 with Retry-After while as many are open for the person as may be
     */
    public <T> Multi<T> open(Supplier<Multi<T>> stream) {
        Runnable giveBack = places.take();
        // Whichever comes first: the stream's end, or that of a request whose stream was never begun.
        CompletableFuture<Void> over = new CompletableFuture<>();
        over.thenRun(giveBack);
        request.getCurrent().addEndHandler(end -> over.complete(null));
        return drain.until(stream.get()).onTermination().invoke(() -> over.complete(null));
    }
}
