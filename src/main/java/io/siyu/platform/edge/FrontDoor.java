package io.siyu.platform.edge;

import io.netty.handler.codec.http.HttpHeaderValues;
import io.siyu.platform.http.ClientAddress;
import io.siyu.platform.problem.HttpProblems;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What every request passes first: too many of one address are turned away before anything is done for them, and a
 * connection whose body nobody has read does not stay open for it.
 */
@ApplicationScoped
public class FrontDoor {
    /** Behind what gives requests their ids, before the first who may refuse one: what is refused counts as well. */
    private static final int FIRST = -950_000;

    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final EdgeConfig config;
    private final RateLimits limits;
    private final ClientAddress clients;
    private final HttpProblems problems;

    FrontDoor(EdgeConfig config, RateLimits limits, ClientAddress clients, HttpProblems problems) {
        this.config = config;
        this.clients = clients;
        this.limits = limits;
        this.problems = problems;
    }

    void open(@Observes Router router) {
        router.route().order(FIRST).handler(this::meet);
    }

    private void meet(RoutingContext context) {
        if (announcesBody(context.request())) {
            partFromUnread(context);
        }
        Optional<Duration> wait = limits.ofAddress(Client.networkOf(clients.of(context.request())));
        if (wait.isEmpty()) {
            context.next();
        } else {
            problems.answer(context, Refusals.tooManyRequests(wait.get()));
        }
    }

    /** Whether a body comes that is meant to be read. */
    public static boolean bringsBody(HttpServerRequest request) {
        return !WITHOUT_BODY.contains(request.method()) && announcesBody(request) && !request.isEnded();
    }

    private static boolean announcesBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return !length.equals("0");
        }
        return request.version() == HttpVersion.HTTP_2
                ? !WITHOUT_BODY.contains(request.method())
                : request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    /**
     * Whoever is answered before the body is there may go on sending for long. For a moment it is thrown away, because a
     * client whose connection breaks while it sends never reads the answer; then the connection is closed.
     */
    private void partFromUnread(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean hasOwnConnection = request.version() != HttpVersion.HTTP_2;
        context.addHeadersEndHandler(head -> {
            if (hasOwnConnection && !request.isEnded()) {
                context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaderValues.CLOSE);
            }
        });
        context.addEndHandler(answered -> {
            // Where the client has gone before the answer, whoever receives the body learns of it next and sees to it.
            if (answered.succeeded() && !request.isEnded()) {
                throwAway(request, context.vertx(), hasOwnConnection);
            }
        });
    }

    private void throwAway(HttpServerRequest request, Vertx vertx, boolean hasOwnConnection) {
        Runnable part = hasOwnConnection
                ? () -> request.connection().close()
                : () -> request.response().reset();
        long timer = vertx.setTimer(config.farewell().toMillis(), late -> part.run());
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
        request.handler(rest -> {});
        request.endHandler(end -> {
            vertx.cancelTimer(timer);
            if (hasOwnConnection) {
                part.run();
            }
        });
        request.resume();
    }
}
