package io.siyu.content.word;

import io.siyu.content.word.match.WordList;

/**
 * A shop's own lists as they stand.
 *
 * @param revision counts the shop's changes; 0 while it has none of its own
 */
public record WordListRevision(int revision, WordList words) {}
