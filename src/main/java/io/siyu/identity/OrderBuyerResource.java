package io.siyu.identity;

import io.siyu.order.OrderResponse;
import io.siyu.order.OrderService;
import io.siyu.platform.audit.Audited;
import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Member;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

@Path("/orders/{id}/buyer")
@Tag(name = "orders")
public class OrderBuyerResource {
    private final OrderBindingService service;
    private final OrderService orders;
    private final Caller caller;

    public OrderBuyerResource(OrderBindingService service, OrderService orders, Caller caller) {
        this.service = service;
        this.orders = orders;
        this.caller = caller;
    }

    @PUT
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("order.bind")
    @Operation(summary = "Gives an order to a buyer where its platform does not say who bought")
    public OrderResponse bind(Id id, @Valid @NotNull BindOrderRequest request) {
        return service.bind(member(id), id.value(), request.buyerId());
    }

    @DELETE
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("order.unbind")
    @Operation(summary = "Takes an order back from the buyer whom somebody gave it to")
    public void unbind(Id id) {
        service.unbind(member(id), id.value());
    }

    private Member member(Id id) {
        return caller.find(shops -> orders.find(shops, id.value()), OrderResponse::shopId)
                .member();
    }
}
