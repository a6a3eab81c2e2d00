package io.siyu.content;

/** What a script is about: the three content lines and the two side lines. */
public enum ContentLine {
    PERSONA,
    BRAND,
    MARKETING,
    EMOTION,
    TOPIC
}
