package io.siyu.audit;

import io.siyu.platform.audit.Audited;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;

/** Knows from an operation's {@link Audited} that it has to tell, and notices if it did not. */
public class AuditFilter {
    private static final Logger LOG = Logger.getLogger(AuditFilter.class);

    /** Behind what answers a repeated request from memory: that does nothing, and has nothing to tell. */
    private static final int LAST = Priorities.USER + 1000;

    private final AuditScope scope;
    private final boolean strict;

    AuditFilter(AuditScope scope, @ConfigProperty(name = "siyu.audit.strict", defaultValue = "false") boolean strict) {
        this.scope = scope;
        this.strict = strict;
    }

    @ServerRequestFilter(priority = LAST)
    public void begin(ResourceInfo operation) {
        Audited audited = operation.getResourceMethod().getAnnotation(Audited.class);
        if (audited != null) {
            scope.begin(audited.value());
        }
    }

    @ServerResponseFilter
    public void end(ContainerResponseContext response) {
        if (response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL && scope.isSilent()) {
            String action = scope.action().orElseThrow();
            if (strict) {
                throw new IllegalStateException("Succeeded without a word to the audit trail: " + action);
            }
            LOG.errorf("An act is missing in the audit trail: %s", action);
        }
    }
}
