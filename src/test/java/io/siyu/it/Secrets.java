package io.siyu.it;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.siyu.support.PrivacyKeys;

import java.util.Map;
import java.util.UUID;

/** What an operator gives the packaged application besides the database and the login. */
public class Secrets implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of(
                "siyu.data-folder",
                "target/it-data",
                "siyu.privacy.keyset",
                PrivacyKeys.keyset(),
                "quarkus.oidc.token-state-manager.encryption-secret",
                UUID.randomUUID() + "" + UUID.randomUUID());
    }

    @Override
    public void stop() {
        // Nothing runs.
    }
}
