package io.siyu.content.material;

/** What a material is, as its bytes show it. */
public enum MaterialKind {
    PICTURE("image/"),
    VIDEO("video/"),
    TEXT("text/");

    private final String types;

    MaterialKind(String types) {
        this.types = types;
    }

    /** How the media types of this kind begin. */
    String types() {
        return types;
    }

    /** @param contentType of a material, which is never of another kind */
    static MaterialKind of(String contentType) {
        for (MaterialKind kind : values()) {
            if (contentType.startsWith(kind.types)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("A material of no kind: " + contentType);
    }
}
