package io.siyu.platform.security;

import io.siyu.platform.problem.ErrorCode;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

import java.util.Set;

/**
 * A browser sends the console's session cookie with forged requests of other pages too, but no other page can add this
 * header to them. Programs send a bearer token of their own and need no header.
 */
public class CrossSiteGuard {
    static final String HEADER = "X-Requested-With";
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** @throws io.siyu.platform.problem.ProblemException 403 for a change that only a cookie vouches for */
    @ServerRequestFilter(preMatching = true, nonBlocking = true)
    public void refuseForgeries(ContainerRequestContext request) {
        if (!READING.contains(request.getMethod())
                && request.getHeaderString(HttpHeaders.AUTHORIZATION) == null
                && request.getHeaderString(HEADER) == null
                && hasSession(request)) {
            throw ErrorCode.FORBIDDEN.problem("Send the header " + HEADER + " with changes made from a browser.");
        }
    }

    private static boolean hasSession(ContainerRequestContext request) {
        return request.getCookies().keySet().stream().anyMatch(SessionCookies::isOne);
    }
}
