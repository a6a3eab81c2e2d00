package io.siyu.content.material;

public enum MediaType {
    PICTURE,
    VIDEO
}
