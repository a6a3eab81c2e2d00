package io.siyu.tier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;

/** A shop's tier policies, every version kept. */
@ApplicationScoped
public class TierPolicyRepository {
    private final Sql sql;
    private final ObjectMapper json;

    TierPolicyRepository(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The shop's latest policy, or the standard one as revision 0. */
    public TierPolicyRevision current(long shopId) {
        return sql.first(
                        "SELECT revision, rules FROM tier_policy WHERE shop_id = ? ORDER BY revision DESC LIMIT 1",
                        row -> new TierPolicyRevision(row.intAt("revision"), read(row.textAt("rules"))),
                        shopId)
                .orElse(new TierPolicyRevision(0, TierPolicy.standard()));
    }

    /** Who put which rules into effect and when, the latest first. */
    public List<TierPolicyRevisionResponse> listBefore(long shopId, long beforeRevision, int rows) {
        return sql.list(
                "SELECT revision, rules, changed_by, changed_at FROM tier_policy WHERE shop_id = ? AND revision < ?"
                        + " ORDER BY revision DESC LIMIT ?",
                row -> new TierPolicyRevisionResponse(
                        row.intAt("revision"),
                        row.textAt("changed_by"),
                        row.instantAt("changed_at"),
                        read(row.textAt("rules")).rules()),
                shopId,
                beforeRevision,
                rows);
    }

    /** @return whether it is stored; not if somebody else stored this revision first */
    public boolean add(long shopId, TierPolicyRevision revision, String changedBy, Instant at) {
        return sql.update(
                        "INSERT IGNORE INTO tier_policy (shop_id, revision, rules, changed_by, changed_at)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        shopId,
                        revision.revision(),
                        write(revision.policy()),
                        changedBy,
                        at)
                == 1;
    }

    private TierPolicy read(String rules) {
        try {
            return json.readValue(rules, TierPolicy.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored tier policy cannot be read", e);
        }
    }

    private String write(TierPolicy policy) {
        try {
            return json.writeValueAsString(policy);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tier policy cannot be written", e);
        }
    }
}
