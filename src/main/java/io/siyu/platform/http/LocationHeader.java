package io.siyu.platform.http;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Tells where a new thing or job is below the public address, or, if that is not configured, by its path alone: never at
 * the host that a request claims to have been sent to.
 */
public class LocationHeader {
    /** Of something made, and of work that is taken on. */
    private static final Set<Integer> TOLD =
            Set.of(Response.Status.CREATED.getStatusCode(), Response.Status.ACCEPTED.getStatusCode());

    private final Optional<PublicUrl> publicUrl;

    public LocationHeader(@ConfigProperty(name = PublicUrl.SETTING) Optional<String> publicUrl) {
        this.publicUrl = publicUrl.map(PublicUrl::of);
    }

    @ServerResponseFilter
    public void tell(ContainerResponseContext response) {
        String location = response.getHeaderString(HttpHeaders.LOCATION);
        if (location == null || !TOLD.contains(response.getStatus())) {
            return;
        }
        URI told = URI.create(location);
        String path = told.getRawPath() + (told.getRawQuery() == null ? "" : "?" + told.getRawQuery());
        response.getHeaders()
                .putSingle(
                        HttpHeaders.LOCATION, publicUrl.map(url -> url + path).orElse(path));
    }
}
