package io.siyu.task.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.platform.drain.Drain;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.task.TaskConfig;
import io.siyu.task.TaskScope;
import io.smallrye.mutiny.Multi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import java.time.Duration;
import java.util.OptionalLong;

/** The stream of what changed in a caller's queue. */
@ApplicationScoped
public class TaskFeedService {
    private final TaskFeed feed;
    private final TaskScope scope;
    private final TaskConfig config;
    private final ObjectMapper json;
    private final Drain drain;

    public TaskFeedService(TaskFeed feed, TaskScope scope, TaskConfig config, ObjectMapper json, Drain drain) {
        this.drain = drain;
        this.json = json;
        this.feed = feed;
        this.scope = scope;
        this.config = config;
    }

    /**
     * Events named {@code task}; after an absence too long to be told of, one named {@code reset} first.
     *
     * @param lastEventId null on a first visit
     */
    public Multi<OutboundSseEvent> listen(Sse sse, String lastEventId) {
        return drain.until(listenOn(sse, lastEventId));
    }

    private Multi<OutboundSseEvent> listenOn(Sse sse, String lastEventId) {
        OptionalLong lastSeen = idOf(lastEventId);
        if (lastSeen.isPresent() && feed.isLongAgo(lastSeen.getAsLong())) {
            Multi<OutboundSseEvent> reset = Multi.createFrom()
                    .item(sse.newEventBuilder().name("reset").data("{}").build());
            return Multi.createBy().concatenating().streams(reset, listen(sse, OptionalLong.empty()));
        }
        return listen(sse, lastSeen);
    }

    private Multi<OutboundSseEvent> listen(Sse sse, OptionalLong lastSeen) {
        Multi<OutboundSseEvent> events = feed.listen(scope.members(null), lastSeen)
                .map(event -> sse.newEventBuilder()
                        .id(event.id().toString())
                        .name("task")
                        .data(text(event))
                        .build());
        Multi<OutboundSseEvent> heartbeats = Multi.createFrom()
                .ticks()
                .startingAfter(Duration.ofMillis(1))
                .every(config.feed().heartbeat())
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("still here").build());
        return Multi.createBy()
                .merging()
                .streams(events, heartbeats)
                .select()
                .first(config.feed().life());
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
            return OptionalLong.of(Long.parseLong(lastEventId.strip()));
        } catch (NumberFormatException e) {
            throw ErrorCode.VALIDATION_FAILED.problem("Last-Event-ID", "Cursor", "Not an id that this stream gave.");
        }
    }
}
