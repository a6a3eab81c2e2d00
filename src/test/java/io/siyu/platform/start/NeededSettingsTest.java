package io.siyu.platform.start;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NeededSettingsTest {
    private static final Map<String, String> LOGIN = Map.of("SIYU_OIDC_URL", "https://login.example.com/realms/siyu");

    @Test
    void theFolderOfDevelopmentIsNotTakenForOneThatWasNamed() {
        assertRefused(LOGIN, "SIYU_DATA_FOLDER is not set");
        assertRefused(with(LOGIN, "SIYU_DATA_FOLDER", ""), "SIYU_DATA_FOLDER is not set");
        assertTaken(with(LOGIN, "SIYU_DATA_FOLDER", "/var/lib/siyu"));
        assertTaken(with(LOGIN, "siyu.data-folder", "/var/lib/siyu"));
    }

    @Test
    void aLoginIsAskedForUnlessTokensAreHeldAgainstAKey() {
        assertRefused(Map.of("SIYU_DATA_FOLDER", "/var/lib/siyu"), "SIYU_OIDC_URL is not set");
        assertTaken(Map.of("SIYU_DATA_FOLDER", "/var/lib/siyu", "quarkus.oidc.public-key", "MIIB"));
    }

    @Test
    void whatIsNoAddressIsNamedBeforeAnybodyConnectsToIt() {
        Map<String, String> folder = Map.of("SIYU_DATA_FOLDER", "/var/lib/siyu");
        for (String no :
                List.of("login.example.com/realms/siyu", "not a url", "ftp://login/realms/siyu", "https:///x")) {
            assertRefused(with(folder, "SIYU_OIDC_URL", no), "SIYU_OIDC_URL is no address");
        }
        assertTaken(with(folder, "SIYU_OIDC_URL", "http://127.0.0.1:8180/realms/siyu"));

        Map<String, String> all = with(LOGIN, "SIYU_DATA_FOLDER", "/var/lib/siyu");
        for (String no : List.of("mysql://127.0.0.1/siyu", "jdbc:postgresql://db/siyu", "jdbc:mysql://db", "x")) {
            assertRefused(with(all, "quarkus.datasource.jdbc.url", no), "SIYU_DB_URL is no address");
        }
        for (String yes : List.of(
                "jdbc:mysql://db:3306/siyu?sslMode=VERIFY_IDENTITY",
                "jdbc:mysql:loadbalance://one:3306,two:3306/siyu")) {
            assertTaken(with(all, "quarkus.datasource.jdbc.url", yes));
        }
    }

    @Test
    void aBucketIsAskedForByAllThatItTakes() {
        Map<String, String> bucket = new HashMap<>(with(LOGIN, "SIYU_DATA_FOLDER", "/var/lib/siyu"));
        assertTaken(with(bucket, "siyu.materials.store", "folder"));
        assertRefused(with(bucket, "siyu.materials.store", "tape"), "SIYU_MATERIALS_STORE is neither folder nor s3");

        bucket.put("siyu.materials.store", "s3");
        assertRefused(bucket, "SIYU_MATERIALS_S3_URL is not set");
        bucket.put("siyu.materials.s3.url", "s3.example.com");
        assertRefused(bucket, "SIYU_MATERIALS_S3_BUCKET is not set");
        bucket.put("siyu.materials.s3.bucket", "siyu");
        assertRefused(bucket, "SIYU_MATERIALS_S3_ACCESS_KEY is not set");
        bucket.put("siyu.materials.s3.access-key", "siyu");
        assertRefused(bucket, "SIYU_MATERIALS_S3_SECRET_KEY is not set");
        bucket.put("siyu.materials.s3.secret-key", "a secret");
        assertRefused(bucket, "SIYU_MATERIALS_S3_URL is no address");
        bucket.put("siyu.materials.s3.url", "https://s3.example.com");
        assertTaken(bucket);
    }

    private static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> all = new HashMap<>(settings);
        all.put(name, value);
        return all;
    }

    private static void assertRefused(Map<String, String> settings, String why) {
        assertThatExceptionOfType(RefusedStart.class)
                .isThrownBy(() -> NeededSettings.check(config(settings)))
                .withMessageStartingWith(why);
    }

    private static void assertTaken(Map<String, String> settings) {
        assertThatCode(() -> NeededSettings.check(config(settings))).doesNotThrowAnyException();
    }

    private static Config config(Map<String, String> settings) {
        Map<String, String> ours = Map.of(
                "siyu.data-folder", "${SIYU_DATA_FOLDER:.data}", "quarkus.oidc.auth-server-url", "${SIYU_OIDC_URL}");
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                        new PropertiesConfigSource(ours, "application.properties", 250),
                        new PropertiesConfigSource(settings, "environment", 300))
                .build();
    }
}
