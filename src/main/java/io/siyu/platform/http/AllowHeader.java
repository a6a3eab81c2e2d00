package io.siyu.platform.http;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Tells who asks with a method that is not offered which ones are. */
public class AllowHeader {
    private final AllowedMethods methods;

    public AllowHeader(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerResponseFilter
    public void name(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == Response.Status.METHOD_NOT_ALLOWED.getStatusCode()) {
            String path = request.getUriInfo().getRequestUri().getRawPath();
            response.getHeaders().putSingle(HttpHeaders.ALLOW, String.join(", ", methods.of(path)));
        }
    }
}
