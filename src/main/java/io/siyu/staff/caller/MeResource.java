package io.siyu.staff.caller;

import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.MeResponse.MyShop;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import java.util.List;

@Path("/me")
@Tag(name = "me")
public class MeResource {
    private final Caller caller;

    public MeResource(Caller caller) {
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF, Role.INTEGRATION})
    @Operation(summary = "Who I am, my roles, my shops")
    public MeResponse me() {
        List<MyShop> shops = caller.members().stream()
                .map(m -> new MyShop(
                        Id.of(m.shopId()),
                        m.shop().name(),
                        Id.of(m.staffId()),
                        m.displayName(),
                        m.roles().stream().sorted().toList()))
                .toList();
        String displayName = shops.isEmpty() ? caller.username() : shops.get(0).displayName();
        return new MeResponse(
                caller.username(),
                displayName,
                caller.roles().stream().filter(Role.ALL::contains).sorted().toList(),
                shops);
    }
}
