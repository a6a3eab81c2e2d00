package io.siyu.task.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.stream.EventStreams;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Credentials;
import io.siyu.staff.caller.Standing;
import io.siyu.staff.caller.Standings;
import io.siyu.task.TaskConfig;
import io.smallrye.mutiny.Multi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The stream of what changed in a caller's queue. */
@ApplicationScoped
class TaskFeedService {
    private final TaskFeed feed;
    private final Caller caller;
    private final Standings standings;
    private final TaskConfig config;
    private final ObjectMapper json;
    private final EventStreams streams;

    TaskFeedService(
            TaskFeed feed,
            Caller caller,
            Standings standings,
            TaskConfig config,
            ObjectMapper json,
            EventStreams streams) {
        this.streams = streams;
        this.json = json;
        this.feed = feed;
        this.caller = caller;
        this.standings = standings;
        this.config = config;
    }

    /**
     * Events named {@code task}; after an absence too long, or with too much in it, to be told of, one named
     * {@code reset} first.
     *
     * @param lastEventId null on a first visit
     */
    Multi<OutboundSseEvent> listen(Sse sse, String lastEventId) {
        return streams.open(() -> listenOn(sse, lastEventId));
    }

    private Multi<OutboundSseEvent> listenOn(Sse sse, String lastEventId) {
        OptionalLong lastSeen = idOf(lastEventId);
        Map<Long, Standing> byShop = standings.ofCaller();
        Optional<List<TaskEventResponse>> missed =
                lastSeen.isEmpty() ? Optional.of(List.of()) : feed.missed(byShop.keySet(), lastSeen.getAsLong());
        Multi<OutboundSseEvent> events = listen(sse, byShop, missed.orElse(List.of()));
        if (missed.isPresent()) {
            return events;
        }
        Multi<OutboundSseEvent> reset = Multi.createFrom()
                .item(sse.newEventBuilder().name("reset").data("{}").build());
        return Multi.createBy().concatenating().streams(reset, events);
    }

    private Multi<OutboundSseEvent> listen(Sse sse, Map<Long, Standing> byShop, List<TaskEventResponse> missed) {
        Credentials credentials = caller.credentials();
        Multi<Optional<OutboundSseEvent>> events = feed.listen(credentials, byShop, missed)
                .map(event -> sse.newEventBuilder()
                        .id(event.id().toString())
                        .name("task")
                        .data(text(event))
                        .build())
                .map(Optional::of)
                .onCompletion()
                .continueWith(Optional.<OutboundSseEvent>empty());
        Multi<Optional<OutboundSseEvent>> heartbeats = Multi.createFrom()
                .ticks()
                .startingAfter(Duration.ofMillis(1))
                .every(config.feed().heartbeat())
                .onOverflow()
                .drop()
                .map(tick ->
                        Optional.of(sse.newEventBuilder().comment("still here").build()));
        return Multi.createBy()
                .merging()
                .streams(events, heartbeats)
                .select()
                .first(credentials.life(config.feed().life()))
                .select()
                .first(Optional::isPresent)
                .map(Optional::get);
    }

    /** Written here: an event with a media type of its own would carry a field that streams do not have. */
    private String text(TaskEventResponse event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An event is JSON", e);
        }
    }

    private static OptionalLong idOf(String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Id.fromString(lastEventId.strip()).value());
        } catch (IllegalArgumentException e) {
            throw ErrorCode.VALIDATION_FAILED.problem("Last-Event-ID", "Cursor", "Not an id that this stream gave.");
        }
    }
}
