package io.siyu.content.word.match;

import java.util.List;

/**
 * Words that copy must not hold, and phrases in which they are honest.
 *
 * @param banned each as it was written
 * @param allowed likewise
 */
public record WordList(List<String> banned, List<String> allowed) {
    public static final WordList EMPTY = new WordList(List.of(), List.of());

    public WordList {
        banned = List.copyOf(banned);
        allowed = List.copyOf(allowed);
    }
}
