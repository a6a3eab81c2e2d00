package io.siyu.content.material;

import io.siyu.platform.audit.Audited;
import io.siyu.platform.edge.body.LargestBody;
import io.siyu.platform.files.FileName;
import io.siyu.platform.http.ETags;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.security.Role;
import io.siyu.platform.text.VisibleText;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

@Path("/")
@Tag(name = "materials")
public class MaterialResource {
    private final MaterialService service;
    private final MaterialContent contents;
    private final Caller caller;

    public MaterialResource(MaterialService service, MaterialContent contents, Caller caller) {
        this.service = service;
        this.contents = contents;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Path("/shops/{shop}/materials")
    @ResponseStatus(201)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @LargestBody("siyu.materials.max-bytes")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "Keeps a picture, a short video or a text to reuse")
    public MaterialResponse upload(Id shop, @RestForm("file") FileUpload file, @RestForm String title) {
        Member member = caller.member(shop);
        if (file == null) {
            throw ErrorCode.VALIDATION_FAILED.problem("file", "NotNull", "Send the material as the part named file.");
        }
        return service.upload(
                member.shopId(),
                file.uploadedFile(),
                title == null || !VisibleText.isIn(title) ? FileName.plain(file.fileName()) : title,
                member.displayName());
    }

    @GET
    @Path("/shops/{shop}/materials")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "The shop's materials, newest first")
    public Page<MaterialResponse> list(
            Id shop,
            @QueryParam("tag") @Size(max = 32) String tag,
            @QueryParam("kind") MaterialKind kind,
            @BeanParam @Valid PageRequest page) {
        return service.list(caller.member(shop).shopId(), tag, kind, page);
    }

    @GET
    @Path("/materials/{material}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "One material, with its version as ETag")
    public RestResponse<MaterialResponse> get(Id material) {
        MaterialResponse response = MaterialResponse.from(found(material).thing());
        return ETags.ok(response, response.version());
    }

    @PATCH
    @Path("/materials/{material}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("material.change")
    @Operation(summary = "Changes a material's title, its tags, or who agreed to its use; needs If-Match")
    public RestResponse<MaterialResponse> update(
            Id material, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull UpdateMaterialRequest request) {
        Member member = found(material).member();
        MaterialResponse response = service.update(member.shopId(), material.value(), ifMatch, request);
        return ETags.ok(response, response.version());
    }

    @GET
    @Path("/materials/{material}/content")
    @Produces({"image/jpeg", "image/png", "image/gif", "image/webp", "video/mp4", "video/quicktime", "text/plain"})
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "The bytes of a material")
    @APIResponse(
            responseCode = "200",
            description = "In its own media type",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response content(Id material) {
        Material found = found(material).thing();
        // No RestResponse: of several media types the framework takes one that writes its words, and not its entity's
        // bytes.
        return Response.ok(contents.of(found), found.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private Found<Material> found(Id material) {
        return caller.find(shops -> service.find(shops, material));
    }
}
