package io.siyu.webhook.receipt;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.webhook.HookConfig;
import io.siyu.webhook.HookDeliveryRepository;
import io.siyu.webhook.HookHeaders;
import io.siyu.webhook.secret.HookSecret;
import io.siyu.webhook.secret.HookSecretRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets in what a platform signed, and stores it: whatever comes of it comes after the answer. */
@ApplicationScoped
public class HookReceiptService {
    /** So that a shop without a secret takes as long as one with another secret. */
    private static final List<byte[]> NOBODYS = List.of("nobody's secret".getBytes(StandardCharsets.UTF_8));

    private final HookSecretRepository secrets;
    private final HookDeliveryRepository deliveries;
    private final HookConfig config;
    private final Clock clock;

    HookReceiptService(
            HookSecretRepository secrets, HookDeliveryRepository deliveries, HookConfig config, Clock clock) {
        this.secrets = secrets;
        this.deliveries = deliveries;
        this.config = config;
        this.clock = clock;
    }

    /** The largest body that is taken, in bytes. */
    int maxBytes() {
        return config.maxBytes();
    }

    /**
     * Stores a delivery unless it is stored already.
     *
     * @param body as it came
     * @throws io.siyu.platform.problem.ProblemException 401 if no good secret of the shop made the signature, whether
     *     or not there are such a shop and secret
     */
    void receive(long shopId, HookHeaders headers, byte[] body) {
        Instant now = clock.instant();
        Optional<HookSecret> secret = secrets.findBySource(shopId, headers.source());
        List<byte[]> good = secret.map(s -> s.goodAt(now)).orElse(NOBODYS);
        if (!HookSignature.matches(good, body, headers.signature()) || secret.isEmpty()) {
            throw unsigned();
        }
        deliveries.add(shopId, headers, body, now);
    }

    static RuntimeException unsigned() {
        return ErrorCode.UNAUTHENTICATED.problem("Not signed with the secret of this shop's webhooks.");
    }
}
