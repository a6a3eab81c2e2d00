package io.siyu.content.word;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.content.word.match.WordList;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;

/** The shops' own word lists, every version kept. */
@ApplicationScoped
class WordListRepository {
    private final Sql sql;
    private final ObjectMapper json;

    WordListRepository(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Which version of its lists the shop is at. */
    int revision(long shopId) {
        return sql.first(
                        "SELECT revision FROM shop_word_list WHERE shop_id = ? ORDER BY revision DESC LIMIT 1",
                        row -> row.intAt("revision"),
                        shopId)
                .orElse(0);
    }

    /** The shop's latest lists, or empty ones as revision 0. */
    WordListRevision current(long shopId) {
        return sql.first(
                        "SELECT revision, words FROM shop_word_list WHERE shop_id = ? ORDER BY revision DESC LIMIT 1",
                        row -> new WordListRevision(row.intAt("revision"), read(row.textAt("words"))),
                        shopId)
                .orElse(new WordListRevision(0, WordList.EMPTY));
    }

    /** @return whether it is stored; not if somebody else stored this revision first */
    boolean add(long shopId, WordListRevision revision, String changedBy, Instant at) {
        return sql.update(
                        "INSERT IGNORE INTO shop_word_list (shop_id, revision, words, changed_by, changed_at)"
                                + " VALUES (?, ?, ?, ?, ?)",
                        shopId,
                        revision.revision(),
                        write(revision.words()),
                        changedBy,
                        at)
                == 1;
    }

    private WordList read(String words) {
        try {
            return json.readValue(words, WordList.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored word list cannot be read", e);
        }
    }

    private String write(WordList words) {
        try {
            return json.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A word list cannot be written", e);
        }
    }
}
