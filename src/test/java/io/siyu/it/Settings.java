package io.siyu.it;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.siyu.support.Ports;
import io.siyu.support.PrivacyKeys;

import java.util.Map;
import java.util.UUID;

/** What an operator gives the packaged application besides the database and the login. */
public class Settings implements QuarkusTestResourceLifecycleManager {
    private static final int MANAGEMENT_PORT = Ports.free();

    /** Where health, metrics and the contract are. */
    static String managementAddress() {
        return "http://127.0.0.1:" + MANAGEMENT_PORT + "/q";
    }

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.management.port",
                String.valueOf(MANAGEMENT_PORT),
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
