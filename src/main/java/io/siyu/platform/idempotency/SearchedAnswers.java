package io.siyu.platform.idempotency;

import io.siyu.platform.privacy.PersonWords;
import io.siyu.platform.privacy.SearchedPlace;

import jakarta.enterprise.context.ApplicationScoped;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** An answer that tells of a person who was erased is not repeated any more. */
@ApplicationScoped
class SearchedAnswers implements SearchedPlace {
    private static final int ROWS_A_STEP = 200;

    private final KeptAnswerRepository answers;

    SearchedAnswers(KeptAnswerRepository answers) {
        this.answers = answers;
    }

    @Override
    public String name() {
        return KeptAnswerRepository.TABLE;
    }

    @Override
    public Set<String> columns() {
        return Set.of(KeptAnswerRepository.TABLE + ".answer_enc");
    }

    @Override
    public Step search(long shopId, PersonWords words, String after) {
        List<KeptAnswer> rows = answers.listAfter(shopId, after == null ? 0 : Long.parseLong(after), ROWS_A_STEP);
        int found = 0;
        for (KeptAnswer kept : rows) {
            if (isAbout(kept, words)) {
                found += answers.forget(kept) ? 1 : 0;
            }
        }
        String last = rows.size() < ROWS_A_STEP
                ? null
                : Long.toString(rows.get(rows.size() - 1).id());
        return new Step(last, rows.size(), found);
    }

    /** One that does not decrypt any more cannot be repeated either, and might be. */
    private boolean isAbout(KeptAnswer kept, PersonWords words) {
        try {
            return words.areInJson(new String(answers.bytesOf(kept), StandardCharsets.UTF_8));
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
