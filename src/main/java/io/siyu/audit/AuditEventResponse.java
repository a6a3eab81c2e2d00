package io.siyu.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.siyu.platform.ids.Id;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;

/**
 * One act of an admin or marketer.
 *
 * @param action thing and verb, such as {@code staff.invite}
 * @param staffName as it was then
 * @param subject what the login server calls the person
 * @param before those fields that were changed, as they were; null for what was not there
 * @param after as they are since; null for what is there no more
 */
public record AuditEventResponse(
        Id id,
        Instant at,
        String action,
        Id staffId,
        String staffName,
        String subject,
        String thing,
        String thingId,
        @Schema(type = SchemaType.OBJECT, nullable = true) JsonNode before,
        @Schema(type = SchemaType.OBJECT, nullable = true) JsonNode after,
        String requestId) {}
