package io.siyu.content.word;

import io.siyu.content.word.match.BuiltInWords;
import io.siyu.content.word.match.ReaderText;
import io.siyu.content.word.match.WordList;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.http.ETags;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.Violation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shop's own banned words and allowed phrases: read and replaced. */
@ApplicationScoped
public class WordListService {
    private final WordListRepository lists;
    private final AuditTrail audit;
    private final Clock clock;

    WordListService(WordListRepository lists, AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.lists = lists;
        this.clock = clock;
    }

    public WordListRevision current(long shopId) {
        return lists.current(shopId);
    }

    /** What ships with the product and holds in every shop. */
    public WordList builtIn() {
        return BuiltInWords.LIST;
    }

    /**
     * Puts other lists into effect from the next check on. Of entries that read alike the first is kept. Lists that are in
     * effect already make no new version.
     *
     * @throws io.siyu.platform.problem.ProblemException 400 for an entry that is none ({@link EntryRules}) or stands in both lists, 428
     *     without the version, 412 if somebody else changed them
     */
    @Transactional
    public WordListRevision replace(long shopId, String ifMatch, ReplaceWordListsRequest request, String by) {
        WordListRevision before = lists.current(shopId);
        ETags.requireMatch(ifMatch, before.revision());
        WordListRevision after = new WordListRevision(before.revision() + 1, sound(request));
        if (after.words().equals(before.words())) {
            audit.nothingChanged();
            return before;
        }
        if (!lists.add(shopId, after, by, clock.instant())) {
            throw ErrorCode.STALE_VERSION.problem("Somebody else changed the lists just now; read them again.");
        }
        audit.record(Act.on(shopId, "word-lists").from(told(before)).to(told(after)));
        return after;
    }

    private static Map<String, Object> told(WordListRevision revision) {
        return Map.of(
                "revision", revision.revision(),
                "banned", revision.words().banned(),
                "allowed", revision.words().allowed());
    }

    private static WordList sound(ReplaceWordListsRequest request) {
        List<Violation> violations = new ArrayList<>();
        Map<String, String> banned = byLetters("banned", request.banned(), violations);
        Map<String, String> allowed = byLetters("allowed", request.allowed(), violations);
        allowed.forEach((letters, phrase) -> {
            if (banned.containsKey(letters)) {
                violations.add(new Violation(
                        "allowed", "InBothLists", "\"" + phrase + "\" is among the banned words as well."));
            }
        });
        if (!violations.isEmpty()) {
            throw ErrorCode.VALIDATION_FAILED.problem("These lists cannot be used.", violations);
        }
        return new WordList(List.copyOf(banned.values()), List.copyOf(allowed.values()));
    }

    private static Map<String, String> byLetters(String field, List<String> entries, List<Violation> violations) {
        Map<String, String> byLetters = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            String entry = entries.get(i) == null ? null : entries.get(i).strip();
            Optional<Violation> broken = EntryRules.broken(field + "[" + i + "]", entry);
            if (broken.isPresent()) {
                violations.add(broken.get());
            } else {
                byLetters.putIfAbsent(ReaderText.of(entry).letters(), entry);
            }
        }
        return byLetters;
    }
}
