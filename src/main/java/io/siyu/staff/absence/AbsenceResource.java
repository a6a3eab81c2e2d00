package io.siyu.staff.absence;

import io.siyu.platform.audit.Audited;
import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
import io.siyu.staff.Staff;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.member.StaffResponse;
import io.siyu.staff.member.StaffService;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

@Path("/staff/{staff}/absence")
@Tag(name = "staff")
@RolesAllowed(Role.ADMIN)
public class AbsenceResource {
    private final AbsenceService service;
    private final StaffService people;
    private final Caller caller;

    public AbsenceResource(AbsenceService service, StaffService people, Caller caller) {
        this.service = service;
        this.people = people;
        this.caller = caller;
    }

    @PUT
    @Audited("staff.absence")
    @Operation(summary = "Says when a member is away: what opens meanwhile is the backup's")
    public StaffResponse put(Id staff, @Valid @NotNull AbsenceRequest request) {
        Staff found = found(staff);
        return service.put(found.shopId(), found.id(), request);
    }

    @DELETE
    @Audited("staff.return")
    @Operation(summary = "Ends the absence at once: what the backup has not begun goes back")
    public StaffResponse end(Id staff) {
        Staff found = found(staff);
        return service.end(found.shopId(), found.id());
    }

    private Staff found(Id staff) {
        return caller.find(shops -> people.find(shops, staff.value())).thing();
    }
}
