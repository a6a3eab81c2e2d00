package io.siyu.webhook.receipt;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.webhook.HookHeaders;
import io.siyu.webhook.HookSource;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

/** Turns away by its head alone what no signature comes with, so that it takes no place among bodies that are awaited. */
public class UnsignedHookFilter {
    /** @throws io.siyu.platform.problem.ProblemException 401 for a delivery without a signature, 404 for one of nobody known */
    @Signed
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void check(UriInfo uri, HttpHeaders http) {
        HookSource source = sourceOf(uri.getPathParameters().getFirst("source"));
        if (HookHeaders.of(source, http).signature() == null && !Ping.mayBe(source, http)) {
            throw HookReceiptService.unsigned();
        }
    }

    private static HookSource sourceOf(String name) {
        try {
            return HookSource.fromString(name);
        } catch (IllegalArgumentException e) {
            throw ErrorCode.NOT_FOUND.problem("No webhooks of this platform are taken.");
        }
    }
}
