package io.siyu.platform.edge.body;

import io.siyu.platform.edge.FrontDoor;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/**
 * Has a body received without a worker waiting for it, once it is settled that its sender may ask for the operation, in that
 * shop: this filter stands behind the checks of login, role and membership, and before all that reads bodies.
 */
@Provider
@Priority(BodyFilter.PRIORITY)
public class BodyFilter implements ContainerRequestFilter {
    public static final int PRIORITY = Priorities.HEADER_DECORATOR;
    private static final String RECEIVED = BodyFilter.class.getName();

    private final BodyIntake intake;

    BodyFilter(BodyIntake intake) {
        this.intake = intake;
    }

    /** Asked behind this filter: whether a body has come since the checks before it. */
    public static boolean hasReceived(ContainerRequestContext context) {
        return context.getProperty(RECEIVED) != null;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext)
                ((ResteasyReactiveContainerRequestContext) context).getServerRequestContext();
        if (FrontDoor.bringsBody(request.unwrap(HttpServerRequest.class))) {
            context.setProperty(RECEIVED, Boolean.TRUE);
            intake.receive(request);
        }
    }
}
