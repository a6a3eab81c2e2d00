package io.siyu.privacy.erasure;

import java.util.List;

/**
 * Rows that may still name an erased person: a name that is also a word or somebody else's is not blanked.
 *
 * @param rows how many
 * @param ids of the first of them, at most 20
 */
public record PerhapsNamed(int rows, List<String> ids) {
    public PerhapsNamed {
        ids = List.copyOf(ids);
    }
}
