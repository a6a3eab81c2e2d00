package io.siyu.console.source;

import java.util.List;
import java.util.Map;

/** A type as TypeScript writes it, as far as the types of the contract need it. */
sealed interface WebType {
    /** {@code string}, {@code Task}, {@code Record<string, number>}. */
    record Named(String name, List<WebType> arguments) implements WebType {}

    /** {@code 'OPEN'}. */
    record Literal(String value) implements WebType {}

    /** {@code { id: string; note?: string }}. */
    record Fields(Map<String, Field> fields) implements WebType {}

    /** {@code Task[]}. */
    record Many(WebType item) implements WebType {}

    /** {@code string | null}. */
    record OneOf(List<WebType> types) implements WebType {}

    /** {@code Window & { gapDays: number }}, or an interface that extends others. */
    record AllOf(List<WebType> types) implements WebType {}

    record Field(WebType type, boolean mayBeAbsent) {}

    /**
     * An exported interface or type.
     *
     * @param parameter of a generic one, else null
     * @param schema that it says it stands for, else null
     */
    record Declared(String name, String parameter, String schema, WebType type) {}
}
