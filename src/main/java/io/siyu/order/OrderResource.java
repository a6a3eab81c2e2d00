package io.siyu.order;

import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

@Path("/")
@Tag(name = "orders")
public class OrderResource {
    private final OrderService service;
    private final Caller caller;

    public OrderResource(OrderService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @Path("/shops/{shop}/orders")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.INTEGRATION})
    @Operation(summary = "The shop's orders, newest day first")
    public Page<OrderResponse> list(Id shop, @BeanParam OrderFilter filter, @BeanParam @Valid PageRequest page) {
        return service.list(caller.member(shop).shopId(), filter, page);
    }

    @GET
    @Path("/orders/{id}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.INTEGRATION})
    @Operation(summary = "One order with its lines")
    public OrderResponse get(Id id) {
        return caller.find(shops -> service.find(shops, id.value()), OrderResponse::shopId)
                .thing();
    }
}
