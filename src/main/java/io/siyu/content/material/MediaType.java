package io.siyu.content;

public enum MediaType {
    PICTURE,
    VIDEO
}
