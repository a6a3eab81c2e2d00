package io.siyu.platform.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import static org.assertj.core.api.Assertions.assertThat;

class BearerTest {
    private static final String SIGNED = "Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln-_";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer opaque",
                "bearer 4f1c7a52-2c0e-4b43-9a53-1f1a7f7b4c3d",
                "Bearer a.b",
                "Bearer a.b.",
                "Bearer a..c",
                "Bearer .b.c",
                "Bearer a.b.c.d",
                "Bearer a.b.c.d.e",
                "Bearer a.b.c d"
            })
    void whatCannotBeASignedTokenReachesNobody(String sent) {
        assertThat(seen(sent)).isEqualTo("Bearer none");
    }

    @Test
    void aSignedTokenIsLeftAsItIs() {
        assertThat(seen(SIGNED)).isEqualTo(SIGNED);
    }

    /** What is left to the login then is to be told by its keys, which the service has. */
    @Test
    void theLoginServerIsNeverAskedAboutAToken() throws IOException {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            settings.load(file);
        }

        assertThat(settings)
                .containsEntry("quarkus.oidc.token.allow-opaque-token-introspection", "false")
                .containsEntry("quarkus.oidc.token.allow-jwt-introspection", "false");
    }

    private static String seen(String sent) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add("Authorization", sent);
        Bearer.check((HttpServerRequest) Proxy.newProxyInstance(
                HttpServerRequest.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (self, method, parameters) -> headers));
        return headers.get("Authorization");
    }
}
