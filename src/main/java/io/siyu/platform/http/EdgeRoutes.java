package io.siyu.platform.http;

import io.quarkus.security.AuthenticationException;
import io.siyu.platform.login.LoginAwayPage;
import io.siyu.platform.login.StaleSession;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.HttpProblems;
import io.siyu.platform.problem.ProblemException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;

/**
 * What comes before and after all routes: requests that nobody could read rightly are refused at once, and what the HTTP
 * layer refuses by itself is told as problem+json too.
 */
@ApplicationScoped
public class EdgeRoutes {
    private static final Logger LOG = Logger.getLogger(EdgeRoutes.class);

    /** Behind what gives requests their ids, before all that goes by their address and their token. */
    private static final int FIRST = -900_000;

    private static final int LOWEST_ERROR = 400;
    private static final int HIGHEST_ERROR = 599;

    private final HttpProblems problems;

    EdgeRoutes(HttpProblems problems) {
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::read).failureHandler(this::tell);
        IntStream.rangeClosed(LOWEST_ERROR, HIGHEST_ERROR)
                .forEach(status -> router.errorHandler(status, context -> problems.answer(context, status)));
    }

    private void read(RoutingContext context) {
        try {
            RequestHead.check(context.request());
            Bearer.check(context.request());
        } catch (ProblemException e) {
            problems.answer(context, e);
            return;
        }
        context.next();
    }

    /** Whatever fails outside of the resources. Who has no login yet is left to the login, which may lead there. */
    private void tell(RoutingContext context) {
        Throwable failure = context.failure();
        if (StaleSession.isWhyFailed(context)) {
            StaleSession.end(context);
        } else if (failure instanceof AuthenticationException || failure instanceof SecurityException) {
            context.next();
        } else if (failure instanceof ProblemException refusal) {
            if (LoginAwayPage.isWanted(context, refusal)) {
                problems.answer(context, refusal, LoginAwayPage.of(context, refusal));
            } else {
                problems.answer(context, refusal);
            }
        } else if (failure instanceof RejectedExecutionException) {
            problems.answer(context, ErrorCode.UNAVAILABLE.problem("Try again in a moment."));
        } else {
            tellUnforeseen(context, failure);
        }
    }

    private void tellUnforeseen(RoutingContext context, Throwable failure) {
        int status = context.statusCode() < LOWEST_ERROR ? ErrorCode.INTERNAL.status() : context.statusCode();
        if (failure instanceof IOException) {
            LOG.debug("The client went away", failure);
        } else if (failure != null && status >= ErrorCode.INTERNAL.status()) {
            LOG.error("A request failed for a reason that nobody foresaw", failure);
        }
        problems.answer(context, status);
    }
}
