package io.siyu.tier.policy;

import io.siyu.platform.audit.Audited;
import io.siyu.platform.http.ETags;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Member;
import io.siyu.tier.TierPolicyRevision;
import io.siyu.tier.TierPolicyRevisionResponse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
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

@Path("/shops/{shop}/tier-policy")
@Tag(name = "tiers")
public class TierPolicyResource {
    private final TierPolicyService service;
    private final Caller caller;

    public TierPolicyResource(TierPolicyService service, Caller caller) {
        this.service = service;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "The shop's tier rules, with their version as ETag, and what the tiers of now rest on")
    public RestResponse<TierPolicyResponse> get(Id shop) {
        long shopId = caller.member(shop).shopId();
        return answer(shopId, service.current(shopId));
    }

    @PUT
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Audited("tier-policy.replace")
    @Operation(summary = "Replaces the tier rules and tiers all buyers by them; needs If-Match")
    public RestResponse<TierPolicyResponse> replace(
            Id shop, @HeaderParam("If-Match") String ifMatch, @Valid @NotNull ReplaceTierPolicyRequest request) {
        Member member = caller.member(shop);
        return answer(member.shopId(), service.replace(member.shopId(), ifMatch, request.rules(), member.username()));
    }

    @GET
    @Path("/revisions")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "Every version of the rules that was put into effect, by whom and when, the latest first")
    public Page<TierPolicyRevisionResponse> revisions(Id shop, @BeanParam @Valid PageRequest page) {
        return service.revisions(caller.member(shop).shopId(), page);
    }

    @POST
    @Path("/preview")
    @RolesAllowed({Role.ADMIN, Role.MARKETER})
    @Operation(summary = "How many buyers rules would move where, as of a day")
    public TierPreviewResponse preview(Id shop, @Valid @NotNull PreviewTierPolicyRequest request) {
        return service.preview(caller.member(shop).shop(), request);
    }

    private RestResponse<TierPolicyResponse> answer(long shopId, TierPolicyRevision revision) {
        TierPolicyResponse response = new TierPolicyResponse(
                revision.policy().rules(), service.snapshot(shopId).orElse(null));
        return ETags.ok(response, revision.revision());
    }
}
