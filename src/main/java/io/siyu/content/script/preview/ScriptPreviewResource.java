package io.siyu.content.script.preview;

import io.siyu.content.script.Script;
import io.siyu.content.script.ScriptService;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Found;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

@Path("/scripts/{script}/previews")
@Tag(name = "scripts")
public class ScriptPreviewResource {
    private final ScriptPreviewService service;
    private final ScriptService scripts;
    private final Caller caller;

    ScriptPreviewResource(ScriptPreviewService service, ScriptService scripts, Caller caller) {
        this.service = service;
        this.scripts = scripts;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "How the script reads for one follower; keeps nothing")
    public PreviewResponse preview(Id script, @Valid @NotNull PreviewRequest request, @Context HttpHeaders headers) {
        Found<Script> found = caller.find(shops -> scripts.find(shops, script));
        return service.preview(found.member().shop(), found.thing(), request, Language.of(headers));
    }
}
