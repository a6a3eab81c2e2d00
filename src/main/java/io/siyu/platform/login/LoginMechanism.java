package io.siyu.platform.login;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.siyu.platform.language.Language;
import io.siyu.platform.language.Wording;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The framework's login, whose failures are told apart: a login server that is away is no mistake of whoever logs in, and
 * none of ours, and a login that has gone wrong half way is begun anew.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class LoginMechanism implements HttpAuthenticationMechanism {
    private static final Logger LOG = Logger.getLogger(LoginMechanism.class);
    private static final Wording AWAY = language -> language == Language.CHINESE
            ? "登录服务暂时没有响应，请稍后再试。"
            : "The login server does not answer. Try again in a moment.";

    private final OidcAuthenticationMechanism login;
    private final TenantConfigBean tenants;
    private final AtomicBoolean isAsking = new AtomicBoolean();

    LoginMechanism(OidcAuthenticationMechanism login, TenantConfigBean tenants) {
        this.login = login;
        this.tenants = tenants;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        return told(context, () -> login.authenticate(context, identities));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return told(context, () -> login.getChallenge(context));
    }

    private <T> Uni<T> told(RoutingContext context, Supplier<Uni<T>> step) {
        return oneAtATime(step).onFailure().transform(failure -> {
            if (LoginFault.isIn(failure)) {
                return away(context, failure);
            }
            return HalfLogin.isSpoilt(context, failure) ? new AuthenticationFailedException(failure) : failure;
        });
    }

    /** Until the server has told its keys each step asks for them: one does so for all, or they would fall upon it. */
    private <T> Uni<T> oneAtATime(Supplier<Uni<T>> step) {
        return Uni.createFrom().deferred(() -> {
            if (tenants.getDefaultTenant().ready()) {
                return step.get();
            }
            if (!isAsking.compareAndSet(false, true)) {
                return Uni.createFrom().failure(problem());
            }
            return Uni.createFrom().deferred(step::get).onTermination().invoke(() -> isAsking.set(false));
        });
    }

    /** The session is as good as it was: the framework's order to drop its cookie is not sent. */
    private static ProblemException away(RoutingContext context, Throwable failure) {
        LOG.warnf("A request was not answered: the login server is away: %s", failure);
        StaleSession.cookiesOf(context.request()).toList().forEach(name -> context.response()
                .removeCookies(name, false));
        return problem();
    }

    private static ProblemException problem() {
        return ErrorCode.LOGIN_UNAVAILABLE.problem(AWAY);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return login.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return login.getCredentialTransport(context);
    }

    /** Before the one that it stands around, should that be asked as well. */
    @Override
    public int getPriority() {
        return login.getPriority() + 1;
    }
}
