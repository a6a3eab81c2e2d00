package io.siyu.retrospective.work;

import io.siyu.platform.ids.Id;

/** A thing by its id and what people call it. */
public record Named(Id id, String name) {
    /** Null for no id. */
    public static Named of(Long id, String name) {
        return id == null ? null : new Named(Id.of(id), name);
    }
}
