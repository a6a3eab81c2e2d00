package io.siyu.platform.language;

/** Something that people are told, in whichever language they read. */
public interface Wording {
    String in(Language language);
}
