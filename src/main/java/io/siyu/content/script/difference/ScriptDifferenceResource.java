package io.siyu.content.script.difference;

import io.siyu.content.script.Script;
import io.siyu.content.script.ScriptService;
import io.siyu.platform.ids.Id;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

@Path("/scripts/{script}/versions/{version}/difference")
@Tag(name = "scripts")
public class ScriptDifferenceResource {
    private final ScriptService scripts;
    private final Caller caller;

    ScriptDifferenceResource(ScriptService scripts, Caller caller) {
        this.scripts = scripts;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "What another version of the script, the newest if none is named, has otherwise than this one")
    public ScriptDifferenceResponse difference(Id script, int version, @QueryParam("to") Integer to) {
        Script found = caller.find(shops -> scripts.find(shops, script)).thing();
        return ScriptDifferenceResponse.between(
                scripts.version(found, version), scripts.version(found, to == null ? found.contentVersion() : to));
    }
}
