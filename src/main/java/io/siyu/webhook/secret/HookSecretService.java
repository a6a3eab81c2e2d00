package io.siyu.webhook.secret;

import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.webhook.HookConfig;
import io.siyu.webhook.HookDeliveryRepository;
import io.siyu.webhook.HookSource;
import io.siyu.webhook.HookStatus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sets what webhooks are signed with, and tells how they fare. */
@ApplicationScoped
public class HookSecretService {
    private final HookSecretRepository secrets;
    private final HookDeliveryRepository deliveries;
    private final HookConfig config;
    private final AuditTrail audit;
    private final Clock clock;

    HookSecretService(
            HookSecretRepository secrets,
            HookDeliveryRepository deliveries,
            HookConfig config,
            AuditTrail audit,
            Clock clock) {
        this.audit = audit;
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
        Optional<HookSecret> known = secrets.findBySource(shopId, source);
        Duration grace = request.graceHours() == null ? config.secretGrace() : Duration.ofHours(request.graceHours());
        HookSecret secret = known.map(before -> rotated(before, wanted, grace, now, by))
                .orElseGet(() -> new HookSecret(source, wanted, null, null, now, now, by));
        if (known.isPresent() && isAlike(known.get(), secret)) {
            audit.nothingChanged();
            return show(shopId, secret);
        }
        secrets.save(shopId, secret);
        audit.record(act(shopId, source)
                .from(known.map(HookSecretService::told).orElse(null))
                .to(told(secret)));
        return show(shopId, secret);
    }

    /** From now on every webhook of the source is refused; what has come in is still worked. */
    @Transactional
    public void delete(long shopId, HookSource source) {
        HookSecret secret = secrets.findBySource(shopId, source)
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("This shop has no such webhooks."));
        secrets.delete(shopId, source);
        audit.record(act(shopId, source).from(told(secret)));
    }

    private static Act act(long shopId, HookSource source) {
        return new Act(shopId, "hook", source.code(), null, null);
    }

    /** When it was changed, never what it is. */
    private static Map<String, Object> told(HookSecret secret) {
        Map<String, Object> told = new HashMap<>();
        told.put("changedAt", secret.changedAt());
        told.put("previousUntil", secret.previousUntil());
        return told;
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

    private static boolean isAlike(HookSecret before, HookSecret after) {
        return MessageDigest.isEqual(before.current(), after.current())
                && MessageDigest.isEqual(before.previous(), after.previous());
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
