package io.siyu.platform.stream;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.siyu.platform.drain.Drain;
import io.siyu.platform.edge.Client;
import io.siyu.platform.edge.Places;
import io.siyu.platform.language.Language;
import io.siyu.platform.language.Wording;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;
import io.smallrye.mutiny.Multi;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Answers that stay open: some at a time for each person, and none longer than the process is at work. */
@ApplicationScoped
public class EventStreams {
    /** Whoever has so many open gets along without another one for a while. */
    private static final Duration LATER = Duration.ofSeconds(20);

    private final Drain drain;
    private final CurrentVertxRequest request;
    private final SecurityIdentity identity;
    private final Places places;

    /** @param ofPerson how many may be open for one person */
    EventStreams(
            Drain drain,
            CurrentVertxRequest request,
            SecurityIdentity identity,
            @ConfigProperty(name = "siyu.streams.of-person", defaultValue = "10") int ofPerson) {
        this.drain = drain;
        this.request = request;
        this.identity = identity;
        this.places = new Places(ofPerson);
    }

    /**
     * Answers the current request.
     *
     * @param stream is asked for only if there is a place for it
     * @throws ProblemException 429 with Retry-After while as many are open for the person as may be
     */
    public <T> Multi<T> open(Supplier<Multi<T>> stream) {
        String person = Client.personOf(identity);
        if (!places.take(person)) {
            throw tooMany();
        }
        // Whichever comes first: the stream's end, or that of a request whose stream was never begun.
        CompletableFuture<Void> over = new CompletableFuture<>();
        over.thenRun(() -> places.giveBack(person));
        request.getCurrent().addEndHandler(end -> over.complete(null));
        return drain.until(stream.get()).onTermination().invoke(() -> over.complete(null));
    }

    private static ProblemException tooMany() {
        Wording detail = language -> language == Language.CHINESE
                ? "打开的页面过多，请关闭一些再试。"
                : "Too many event streams are open for you. Close one of them.";
        return ErrorCode.TOO_MANY_REQUESTS
                .problem(detail, language -> List.of())
                .retryAfter(LATER);
    }
}
