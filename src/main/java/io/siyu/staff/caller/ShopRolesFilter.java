package io.siyu.staff.caller;

import io.siyu.platform.edge.body.BodyFilter;
import io.siyu.platform.ids.Id;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;

/**
 * The roles that an operation declares are asked of the login before, and here of the caller's membership: a login
 * carries the roles of all its shops together. A shop that stands in the path is judged at once, so that not even the
 * answer to a repeated request is given to who may not have it; any other by {@link Caller} when it is known.
 */
public class ShopRolesFilter {
    private static final String SHOP = "shop";

    private final Caller caller;

    ShopRolesFilter(Caller caller) {
        this.caller = caller;
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 if no member of the path's shop, 403 without the role in it */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void judge(ContainerRequestContext request, ResourceInfo operation) {
        Set<String> roles = rolesOf(operation);
        if (roles.isEmpty()) {
            return;
        }
        caller.actBy(roles);
        String shop = request.getUriInfo().getPathParameters().getFirst(SHOP);
        if (shop != null) {
            idOf(shop).ifPresent(caller::member);
        }
    }

    /** @throws io.siyu.platform.problem.ProblemException as before the body, for who lost the shop or the role meanwhile */
    @ServerRequestFilter(priority = BodyFilter.PRIORITY + 1)
    public void judgeAgain(ContainerRequestContext request) {
        if (BodyFilter.hasReceived(request)) {
            caller.judgeAgain();
        }
    }

    /** Empty for what is no id, which the operation's own parameter refuses. */
    private static Optional<Id> idOf(String text) {
        try {
            return Optional.of(Id.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Set<String> rolesOf(ResourceInfo operation) {
        Method method = operation.getResourceMethod();
        if (method.isAnnotationPresent(PermitAll.class) || method.isAnnotationPresent(DenyAll.class)) {
            return Set.of();
        }
        RolesAllowed declared = method.isAnnotationPresent(RolesAllowed.class)
                ? method.getAnnotation(RolesAllowed.class)
                : operation.getResourceClass().getAnnotation(RolesAllowed.class);
        return declared == null ? Set.of() : Set.of(declared.value());
    }
}
