package io.siyu.content.material.use;

import io.quarkus.arc.All;
import io.siyu.content.material.Material;
import io.siyu.content.material.MaterialService;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import java.util.Comparator;
import java.util.List;

@Path("/")
@Tag(name = "materials")
public class MaterialUseResource {
    /** Of scripts, and of posts. */
    private static final int MOST_OF_EACH = 200;

    private final List<MaterialUses> uses;
    private final MaterialService materials;
    private final Caller caller;

    MaterialUseResource(@All List<MaterialUses> uses, MaterialService materials, Caller caller) {
        this.uses = uses;
        this.materials = materials;
        this.caller = caller;
    }

    @GET
    @Path("/materials/{material}/uses")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "Where a material is shown: versions of scripts, and posts; at most 200 of each, the newest")
    public Page<MaterialUse> uses(Id material) {
        Material found = caller.find(shops -> materials.find(shops, material)).thing();
        return new Page<>(
                uses.stream()
                        .flatMap(feature -> feature.of(found.shopId(), found.id(), MOST_OF_EACH).stream())
                        .sorted(Comparator.comparing(MaterialUse::kind))
                        .toList(),
                null);
    }
}
