package io.siyu.content.script;

import io.siyu.content.CheckResponse;
import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;
import io.siyu.platform.http.ETags;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

@Path("/")
@Tag(name = "scripts")
public class ScriptResource {
    private final ScriptService service;
    private final Caller caller;

    public ScriptResource(ScriptService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Path("/shops/{shop}/scripts")
    @ResponseStatus(201)
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "Writes a script")
    public ScriptResponse write(Id shop, @Valid @NotNull CreateScriptRequest request) {
        Member member = caller.member(shop);
        return ScriptResponse.from(service.write(member.shopId(), request, member.username()));
    }

    @GET
    @Path("/shops/{shop}/scripts")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "The shop's scripts, newest first")
    public Page<ScriptResponse> list(
            Id shop,
            @QueryParam("line") ContentLine line,
            @QueryParam("kind") PostKind kind,
            @BeanParam @Valid PageRequest page) {
        return service.list(caller.member(shop).shopId(), line, kind, page);
    }

    @GET
    @Path("/scripts/{script}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "One script, with its version as ETag")
    public RestResponse<ScriptResponse> get(Id script) {
        ScriptResponse response = ScriptResponse.from(found(script).thing());
        return ETags.ok(response, response.version());
    }

    @PATCH
    @Path("/scripts/{script}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "Changes a script, a change of content makes a new version; needs If-Match")
    public RestResponse<ScriptResponse> update(
            Id script, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull UpdateScriptRequest request) {
        Member member = found(script).member();
        ScriptResponse response = service.update(member.shopId(), script.value(), ifMatch, request, member.username());
        return ETags.ok(response, response.version());
    }

    @GET
    @Path("/scripts/{script}/versions")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "All contents that a script had, newest first")
    public Page<ScriptVersionResponse> versions(Id script) {
        return new Page<>(service.listVersions(found(script).thing()), null);
    }

    @POST
    @Path("/scripts/{script}/checks")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "Which rules the script breaks")
    public CheckResponse check(Id script, @Context HttpHeaders headers) {
        Found<Script> found = found(script);
        return CheckResponse.from(service.check(found.member().shop(), found.thing()), Language.of(headers));
    }

    private Found<Script> found(Id script) {
        return caller.find(shops -> service.find(shops, script));
    }
}
