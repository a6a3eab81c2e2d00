package io.siyu.platform.embedded;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.vertx.http.HttpServerStart;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

/** Tells a newcomer where to log in and as whom. Not in the packaged application. */
@IfBuildProfile("dev")
@ApplicationScoped
public class Welcome {
    private static final Logger LOG = Logger.getLogger("siyu");

    private final EmbeddedUsers users;

    public Welcome(EmbeddedUsers users) {
        this.users = users;
    }

    void greet(@ObservesAsync HttpServerStart server) {
        LOG.infof(
                "%n%n    Siyu 私域 is ready: http://localhost:%d%n    Log in as one of %s (a button each, no password).%n",
                server.options().getPort(), String.join(", ", users.names()));
    }
}
