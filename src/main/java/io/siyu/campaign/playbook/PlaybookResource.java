package io.siyu.campaign.playbook;

import io.siyu.campaign.post.edit.PostResponse;
import io.siyu.platform.audit.Audited;
import io.siyu.platform.http.ETags;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

@Path("/")
@Tag(name = "playbooks")
public class PlaybookResource {
    private final PlaybookService service;
    private final SequenceService sequence;
    private final Caller caller;

    public PlaybookResource(PlaybookService service, SequenceService sequence, Caller caller) {
        this.service = service;
        this.sequence = sequence;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Path("/shops/{shop}/playbooks")
    @ResponseStatus(201)
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("playbook.write")
    @Operation(summary = "Keeps a playbook of given posts, or of a campaign's")
    public PlaybookResponse write(Id shop, @Valid @NotNull CreatePlaybookRequest request) {
        return service.write(caller.member(shop), request);
    }

    @GET
    @Path("/shops/{shop}/playbooks")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "The shop's own playbooks")
    public Page<PlaybookResponse> list(Id shop, @BeanParam @Valid PageRequest page) {
        return service.list(caller.member(shop).shopId(), page);
    }

    @GET
    @Path("/playbooks/{playbook}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "One playbook, with its version as ETag")
    public RestResponse<PlaybookResponse> get(Id playbook) {
        PlaybookResponse response = service.get(playbook);
        return ETags.ok(response, response.version());
    }

    @PUT
    @Path("/playbooks/{playbook}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("playbook.replace")
    @Operation(summary = "Replaces a playbook, which makes a version of it; needs If-Match")
    public RestResponse<PlaybookResponse> replace(
            Id playbook, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull ReplacePlaybookRequest request) {
        PlaybookResponse response = service.replace(playbook, ifMatch, request);
        return ETags.ok(response, response.version());
    }

    @GET
    @Path("/playbooks/{playbook}/versions")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "All versions of a playbook, the newest first")
    public Page<PlaybookVersionResponse> listVersions(Id playbook) {
        return new Page<>(service.listVersions(playbook), null);
    }

    @PUT
    @Path("/campaigns/{campaign}/sequence")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("campaign.fill-from-playbook")
    @Operation(summary = "Fills the campaign's days from a playbook by its key or id; answers with all posts")
    public Page<PostResponse> fill(Id campaign, @Valid @NotNull SequenceRequest request) {
        return new Page<>(sequence.fill(campaign, request.playbook()), null);
    }
}
