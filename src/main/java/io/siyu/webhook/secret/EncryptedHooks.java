package io.siyu.webhook.secret;

import io.siyu.platform.privacy.DocumentEncryption;
import io.siyu.platform.privacy.EncryptedTable;
import io.siyu.webhook.HookDeliveryRepository;
import io.siyu.webhook.HookSource;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Where secrets and bodies of webhooks lie. */
class EncryptedHooks {
    private static final int SECRETS_A_BATCH = 500;
    private static final int BODIES_A_BATCH = 20;

    @Produces
    @Singleton
    EncryptedTable secrets() {
        EncryptedTable.Binding secret =
                (shopId, id) -> HookSecretRepository.context(shopId, HookSource.values()[(int) id - 1]);
        return new EncryptedTable(
                "hook_secret", numberOfSource(), Map.of("secret_enc", secret, "previous_enc", secret), SECRETS_A_BATCH);
    }

    @Produces
    @Singleton
    EncryptedTable bodies() {
        EncryptedTable.Binding body =
                (shopId, id) -> DocumentEncryption.context(shopId, HookDeliveryRepository.BODY, id);
        return new EncryptedTable("hook_delivery", "id", Map.of("body_enc", body), BODIES_A_BATCH);
    }

    /** A shop has one secret of a source; the first source is 1. */
    private static String numberOfSource() {
        return Arrays.stream(HookSource.values())
                .map(source -> "'" + source.code() + "'")
                .collect(Collectors.joining(", ", "FIELD(source, ", ")"));
    }
}
