package io.siyu.order.hook;

import io.siyu.platform.problem.ErrorCode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Sets what webhooks are signed with, and tells how they fare. */
@ApplicationScoped
public class HookSecretService {
    private final HookSecretRepository secrets;
    private final HookDeliveryRepository deliveries;
    private final HookConfig config;
    private final Clock clock;

    HookSecretService(HookSecretRepository secrets, HookDeliveryRepository deliveries, HookConfig config, Clock clock) {
        this.secrets = secrets;
        this.deliveries = deliveries;
        this.config = config;
        this.clock = clock;
    }

    @Transactional
    public List<HookResponse> list(long shopId) {
        return secrets.list(shopId).stream().map(secret -> show(shopId, secret)).toList();
    }

    /** The secret before stays good for the grace time; one before that is good no more. */
    @Transactional
    public HookResponse put(long shopId, HookSource source, PutHookSecretRequest request, String by) {
        Instant now = clock.instant();
        byte[] wanted = request.secret().getBytes(StandardCharsets.UTF_8);
        Duration grace = request.graceHours() == null ? config.secretGrace() : Duration.ofHours(request.graceHours());
        HookSecret secret = secrets.findBySource(shopId, source)
                .map(before -> rotated(before, wanted, grace, now, by))
                .orElseGet(() -> new HookSecret(source, wanted, null, null, now, now, by));
        secrets.save(shopId, secret);
        return show(shopId, secret);
    }

    /** From now on every webhook of the source is refused; what has come in is still worked. */
    @Transactional
    public void delete(long shopId, HookSource source) {
        if (secrets.findBySource(shopId, source).isEmpty()) {
            throw ErrorCode.NOT_FOUND.problem("This shop has no such webhooks.");
        }
        secrets.delete(shopId, source);
    }

    private static HookSecret rotated(HookSecret before, byte[] wanted, Duration grace, Instant now, String by) {
        boolean isSame = MessageDigest.isEqual(before.current(), wanted);
        byte[] previous = isSame ? before.previous() : before.current();
        Instant until = isSame ? before.previousUntil() : now.plus(grace);
        boolean isOver = grace.isZero() || previous == null;
        return new HookSecret(
                before.source(),
                wanted,
                isOver ? null : previous,
                isOver ? null : until,
                before.createdAt(),
                isSame ? before.changedAt() : now,
                isSame ? before.changedBy() : by);
    }

    private HookResponse show(long shopId, HookSecret secret) {
        HookSource source = secret.source();
        return new HookResponse(
                source,
                "/api/v1/hooks/" + source.code() + "/" + shopId,
                secret.createdAt(),
                secret.changedAt(),
                secret.changedBy(),
                secret.hasPreviousAt(clock.instant()) ? secret.previousUntil() : null,
                deliveries.findLastReceived(shopId, source).orElse(null),
                deliveries.count(shopId, source, HookStatus.RECEIVED),
                deliveries.count(shopId, source, HookStatus.FAILED));
    }
}
