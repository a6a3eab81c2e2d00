package io.siyu.content.word;

import io.siyu.content.word.match.WordList;

import java.util.List;

/**
 * Words that copy must not hold, and phrases in which their letters are honest.
 *
 * @param banned one entry a word, as it was written
 * @param allowed one entry a phrase
 */
public record WordListsResponse(List<String> banned, List<String> allowed) {
    static WordListsResponse from(WordList words) {
        return new WordListsResponse(words.banned(), words.allowed());
    }
}
