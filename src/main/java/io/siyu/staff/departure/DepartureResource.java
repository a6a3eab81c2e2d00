package io.siyu.staff.departure;

import io.siyu.platform.audit.Audited;
import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
import io.siyu.staff.Staff;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.member.StaffService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

@Path("/staff/{staff}/departure")
@Tag(name = "staff")
@RolesAllowed(Role.ADMIN)
public class DepartureResource {
    private final DepartureService service;
    private final StaffService people;
    private final Caller caller;

    public DepartureResource(DepartureService service, StaffService people, Caller caller) {
        this.service = service;
        this.people = people;
        this.caller = caller;
    }

    @PUT
    @Audited("staff.depart")
    @Operation(summary = "A member leaves: accounts and undone work are another one's from now on")
    public DepartureResponse put(Id staff, @Valid @NotNull DepartureRequest request) {
        Staff found = found(staff);
        return service.put(found.shopId(), found.id(), request);
    }

    @DELETE
    @Audited("staff.undo-departure")
    @Operation(summary = "Undoes within a day that a member left")
    public void undo(Id staff) {
        Staff found = found(staff);
        service.undo(found.shopId(), found.id());
    }

    private Staff found(Id staff) {
        return caller.find(shops -> people.find(shops, staff.value())).thing();
    }
}
