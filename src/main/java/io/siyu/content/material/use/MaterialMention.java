package io.siyu.content.material.use;

import io.siyu.platform.ids.Id;

/** How a material is named in the JSON of a script's media. */
public final class MaterialMention {
    private MaterialMention() {}

    /** What such a text is LIKE. */
    public static String pattern(long materialId) {
        return "%\"materialId\":\"" + Id.of(materialId) + "\"%";
    }
}
