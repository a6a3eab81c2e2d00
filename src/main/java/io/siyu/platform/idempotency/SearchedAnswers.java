package io.siyu.platform.idempotency;

import io.siyu.platform.privacy.person.PersonWords;
import io.siyu.platform.privacy.search.SearchedPlace;

import jakarta.enterprise.context.ApplicationScoped;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An answer that tells of a person who was erased is not repeated any more, nor is what it answered done again. */
@ApplicationScoped
class SearchedAnswers implements SearchedPlace {
    private static final int ROWS_A_STEP = 200;
    /** As much as is looked through in a few seconds. */
    private static final long BYTES_A_STEP = 4 << 20;

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
    public boolean isLast() {
        return true;
    }

    /** Those of the shop, then those of none or several: the shop's own may be among them. */
    @Override
    public Step search(long shopId, PersonWords words, String after) {
        Place from = after == null ? new Place(shopId, 0) : Place.parse(after);
        List<Long> ids = answers.listIdsAfter(from.shopId(), from.id(), ROWS_A_STEP);
        Place at = from;
        int rows = 0;
        int found = 0;
        long bytes = 0;
        for (Long id : ids) {
            at = new Place(from.shopId(), id);
            Optional<KeptAnswer> kept = answers.find(at.shopId(), id).filter(answer -> !answer.isErased());
            rows += kept.isPresent() ? 1 : 0;
            found += kept.filter(answer -> isAbout(answer, words) && answers.erase(answer))
                            .isPresent()
                    ? 1
                    : 0;
            bytes += kept.map(answer -> answer.sealed().length).orElse(0);
            if (bytes >= BYTES_A_STEP) {
                return new Step(at.toString(), rows, found);
            }
        }
        return new Step(behind(at, ids.size()), rows, found);
    }

    /** Null behind the last answer of no shop. */
    private static String behind(Place at, int rows) {
        if (rows == ROWS_A_STEP) {
            return at.toString();
        }
        return at.shopId() == 0 ? null : new Place(0, 0).toString();
    }

    /** Where a step ended. */
    private record Place(long shopId, long id) {
        static Place parse(String text) {
            String[] parts = text.split(":", 2);
            return new Place(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
        }

        @Override
        public String toString() {
            return shopId + ":" + id;
        }
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
