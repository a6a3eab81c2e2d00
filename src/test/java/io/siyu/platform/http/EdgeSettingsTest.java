package io.siyu.platform.http;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EdgeSettingsTest {
    private static final String REDIRECT = "quarkus.oidc.authentication.redirect-path";
    private static final String SECURE = "quarkus.oidc.authentication.cookie-force-secure";
    private static final String HSTS = "quarkus.http.header.\"Strict-Transport-Security\".value";

    @Test
    void withoutAnySettingNothingIsBelievedAndNothingForced() {
        assertThat(EdgeSettings.settings(Optional.empty(), Optional.empty())).isEmpty();
    }

    @Test
    void aSecureAddressMakesCookiesSecureAndKeepsBrowsersThere() {
        assertThat(EdgeSettings.settings(Optional.of("https://siyu.example.com/"), Optional.empty()))
                .containsEntry(REDIRECT, "https://siyu.example.com/login")
                .containsEntry("quarkus.oidc.logout.post-logout-path", "https://siyu.example.com/")
                .containsEntry(SECURE, "true")
                .containsEntry(HSTS, "max-age=31536000");
    }

    @Test
    void aPlainAddressForcesNothingThatNeedsTls() {
        assertThat(EdgeSettings.settings(Optional.of("http://localhost:8080"), Optional.empty()))
                .containsEntry(REDIRECT, "http://localhost:8080/login")
                .doesNotContainKeys(SECURE, HSTS);
    }

    @Test
    void onlyConfiguredProxiesAreTrusted() {
        assertThat(EdgeSettings.settings(Optional.empty(), Optional.of("10.0.0.0/8,proxy")))
                .containsEntry("quarkus.http.proxy.proxy-address-forwarding", "true")
                .containsEntry("quarkus.http.proxy.trusted-proxies", "10.0.0.0/8,proxy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "siyu.example.com",
                "ftp://siyu.example.com",
                "https://",
                "https://siyu.example.com/shop",
                "https://user@siyu.example.com",
                "https://siyu.example.com?x=1",
                "https://siyu example.com",
                "javascript:alert(1)"
            })
    void whatIsNoAddressIsRefusedAtTheStart(String address) {
        assertThatThrownBy(() -> PublicUrl.of(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(PublicUrl.SETTING);
    }
}
