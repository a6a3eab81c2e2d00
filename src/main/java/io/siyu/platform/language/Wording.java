package io.siyu.platform.language;

/** Something that people are told, in whichever language they read. */
public interface Wording {
    String in(Language language);

    static Wording of(String english, String chinese) {
        return language -> language == Language.CHINESE ? chinese : english;
    }
}
