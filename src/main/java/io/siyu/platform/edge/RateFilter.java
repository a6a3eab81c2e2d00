package io.siyu.platform.edge;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.siyu.platform.http.ClientAddress;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;

/** Turns away who asks too often, once the login is known and before a worker is given to the request. */
public class RateFilter {
    private final RateLimits limits;
    private final ClientAddress clients;
    private final CurrentIdentityAssociation identity;

    RateFilter(RateLimits limits, ClientAddress clients, CurrentIdentityAssociation identity) {
        this.clients = clients;
        this.limits = limits;
        this.identity = identity;
    }

    /** @throws io.siyu.platform.problem.ProblemException 429 with Retry-After */
    @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHENTICATION)
    public void limit(ResourceInfo operation, UriInfo uri, HttpServerRequest request) {
        Method method = operation.getResourceMethod();
        Optional<Duration> wait = method.isAnnotationPresent(PermitAll.class)
                ? limits.ofStranger(
                        Client.networkOf(clients.of(request)), StrangerRoute.of(method, uri.getPathParameters()))
                : limits.ofPerson(Client.personOf(identity.getIdentity()));
        if (wait.isPresent()) {
            throw Refusals.tooManyRequests(wait.get());
        }
    }
}
