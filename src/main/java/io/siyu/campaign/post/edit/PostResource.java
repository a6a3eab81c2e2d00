package io.siyu.campaign.post.edit;

import io.siyu.content.CheckResponse;
import io.siyu.platform.audit.Audited;
import io.siyu.platform.http.ETags;
import io.siyu.platform.idempotency.Idempotent;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import java.time.LocalDate;

@Path("/")
@Tag(name = "posts")
public class PostResource {
    private final PostService service;
    private final DailyPostService daily;
    private final AnyPostService any;
    private final Caller caller;

    public PostResource(PostService service, DailyPostService daily, AnyPostService any, Caller caller) {
        this.service = service;
        this.daily = daily;
        this.any = any;
        this.caller = caller;
    }

    @POST
    @Idempotent
    @Path("/campaigns/{campaign}/posts")
    @ResponseStatus(201)
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("post.add")
    @Operation(summary = "Adds a post to one of the campaign's days")
    public PostResponse add(Id campaign, @Valid @NotNull CreatePostRequest request) {
        return service.add(campaign, request);
    }

    @GET
    @Path("/campaigns/{campaign}/posts")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "The campaign's posts in the order they go out")
    public Page<PostResponse> list(Id campaign) {
        return new Page<>(service.list(campaign), null);
    }

    @POST
    @Path("/campaigns/{campaign}/checks")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Tag(name = "campaigns")
    @Operation(summary = "Which rules the campaign's posts and offer break")
    public CheckResponse check(Id campaign, @Context HttpHeaders headers) {
        return CheckResponse.from(service.check(campaign), Language.of(headers));
    }

    @POST
    @Idempotent
    @Path("/shops/{shop}/posts")
    @ResponseStatus(201)
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("post.add-daily")
    @Operation(summary = "Plans a daily post; refused if it breaks a rule")
    public PostResponse addDaily(Id shop, @Valid @NotNull CreateDailyPostRequest request) {
        return daily.add(caller.member(shop), request);
    }

    @GET
    @Path("/shops/{shop}/posts")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "The shop's daily posts in the order they go out")
    public Page<PostResponse> listDaily(
            Id shop,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @BeanParam @Valid PageRequest page) {
        return daily.list(caller.member(shop).shop(), from, to, page);
    }

    @GET
    @Path("/posts/{post}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER, Role.STAFF})
    @Operation(summary = "One post, with its version as ETag")
    public RestResponse<PostResponse> get(Id post) {
        PostResponse response = any.get(post);
        return ETags.ok(response, response.version());
    }

    @PATCH
    @Path("/posts/{post}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("post.change")
    @Operation(summary = "Changes a post; needs If-Match")
    public RestResponse<PostResponse> update(
            Id post, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull UpdatePostRequest request) {
        PostResponse response = any.update(post, ifMatch, request);
        return ETags.ok(response, response.version());
    }

    @DELETE
    @Path("/posts/{post}")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("post.remove")
    @Operation(summary = "Takes a post out of the plan")
    public void remove(Id post) {
        any.remove(post);
    }
}
