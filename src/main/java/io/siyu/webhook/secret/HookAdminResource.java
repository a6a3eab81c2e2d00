package io.siyu.webhook.secret;

import io.siyu.platform.audit.Audited;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.security.Role;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Member;
import io.siyu.webhook.HookDeliveryResponse;
import io.siyu.webhook.HookDeliveryService;
import io.siyu.webhook.HookSource;
import io.siyu.webhook.HookStatus;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import java.util.List;

@Path("/")
@Tag(name = "hooks")
public class HookAdminResource {
    private final HookSecretService secrets;
    private final HookDeliveryService deliveries;
    private final Caller caller;

    public HookAdminResource(HookSecretService secrets, HookDeliveryService deliveries, Caller caller) {
        this.secrets = secrets;
        this.deliveries = deliveries;
        this.caller = caller;
    }

    @GET
    @Path("/shops/{shop}/hooks")
    @RolesAllowed({Role.ADMIN, Role.INTEGRATION})
    @Operation(summary = "The platforms whose webhooks the shop takes, where to send them and how they fare")
    public Page<HookResponse> list(Id shop) {
        return new Page<>(secrets.list(caller.member(shop).shopId()), null);
    }

    @PUT
    @Path("/shops/{shop}/hooks/{source}")
    @RolesAllowed(Role.ADMIN)
    @Audited("hook.set-secret")
    @Operation(summary = "Sets the secret that a platform signs with; the one before stays good for a while")
    public HookResponse put(Id shop, HookSource source, @Valid @NotNull PutHookSecretRequest request) {
        Member member = caller.member(shop);
        return secrets.put(member.shopId(), source, request, member.username());
    }

    @DELETE
    @Path("/shops/{shop}/hooks/{source}")
    @RolesAllowed(Role.ADMIN)
    @Audited("hook.remove")
    @Operation(summary = "Forgets the secrets: the platform's webhooks are refused from now on")
    public void delete(Id shop, HookSource source) {
        secrets.delete(caller.member(shop).shopId(), source);
    }

    @GET
    @Path("/shops/{shop}/hook-deliveries")
    @RolesAllowed({Role.ADMIN, Role.INTEGRATION})
    @Operation(summary = "What platforms sent, newest first, without its content")
    public Page<HookDeliveryResponse> deliveries(
            Id shop,
            @QueryParam("status") HookStatus status,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders request) {
        return deliveries.list(caller.member(shop).shopId(), status, page, Language.of(request));
    }

    @PUT
    @Path("/hook-deliveries/{id}/retry")
    @RolesAllowed({Role.ADMIN, Role.INTEGRATION})
    @Operation(summary = "Has a failed delivery worked once more")
    public HookDeliveryResponse retry(Id id, @Context HttpHeaders request) {
        Language language = Language.of(request);
        long shopId = caller.find(shops -> deliveries.find(shops, id.value(), language), HookDeliveryResponse::shopId)
                .member()
                .shopId();
        deliveries.retry(shopId, id.value());
        return deliveries.find(List.of(shopId), id.value(), language);
    }
}
