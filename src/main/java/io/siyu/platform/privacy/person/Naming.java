package io.siyu.platform.privacy.person;

/** How surely a word that somebody is known by means that person, wherever it stands. */
enum Naming {
    /** It means nobody. */
    NONE,
    /** It means the person only beside another word of his: parts of a name, a door without its house. */
    BESIDE,
    /** It may also be somebody else's, or a word: people are told where it stands. */
    PERHAPS,
    /** It is the person's alone. */
    SURE
}
