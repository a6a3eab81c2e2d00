package io.siyu.platform.http;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What follows from the two settings of whoever runs the service, {@code siyu.public-url} and {@code
 * siyu.trusted-proxies}, for the many of the framework. Without the first, addresses are those that a request was sent to;
 * without the second, nothing that a request says of where it comes from is believed.
 */
public class EdgeSettings implements ConfigSourceFactory {
    /** Above application.properties, below the environment and system properties, which may say otherwise. */
    private static final int ORDINAL = 260;

    private static final String HSTS = "quarkus.http.header.\"Strict-Transport-Security\".value";
    private static final String ONE_YEAR = "max-age=31536000";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        return List.of(new PropertiesConfigSource(
                settings(value(context, PublicUrl.SETTING), value(context, TrustedProxies.SETTING)),
                "what follows from " + PublicUrl.SETTING + " and " + TrustedProxies.SETTING,
                ORDINAL));
    }

    /** @throws IllegalArgumentException for a public address that is none */
    static Map<String, String> settings(Optional<String> publicUrl, Optional<String> trustedProxies) {
        Map<String, String> settings = new TreeMap<>();
        publicUrl.map(PublicUrl::of).ifPresent(url -> {
            settings.put("quarkus.oidc.authentication.redirect-path", url + "/login");
            settings.put("quarkus.oidc.logout.post-logout-path", url + "/");
            if (url.isSecure()) {
                settings.put("quarkus.oidc.authentication.force-redirect-https-scheme", "true");
                settings.put("quarkus.oidc.authentication.cookie-force-secure", "true");
                settings.put(HSTS, ONE_YEAR);
            }
        });
        trustedProxies.ifPresent(proxies -> {
            settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
            settings.put("quarkus.http.proxy.trusted-proxies", proxies);
            settings.put("quarkus.http.proxy.enable-trusted-proxy-header", "true");
        });
        return settings;
    }

    private static Optional<String> value(ConfigSourceContext context, String name) {
        ConfigValue value = context.getValue(name);
        return value == null || value.getValue() == null || value.getValue().isBlank()
                ? Optional.empty()
                : Optional.of(value.getValue().strip());
    }
}
