package io.siyu.feedback.likeness;

import io.siyu.feedback.Feedback;
import io.siyu.feedback.FeedbackRepository;
import io.siyu.feedback.FeedbackSubject;
import io.siyu.feedback.likeness.OpenFeedback.Compared;
import io.siyu.feedback.loop.FeedbackAnswers;
import io.siyu.feedback.loop.FeedbackResponse;
import io.siyu.feedback.loop.FeedbackSight;
import io.siyu.platform.ids.Id;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Suggests open feedback that says the same as another (R16): of the same kind about the same thing, or in like words. */
@ApplicationScoped
public class SimilarFeedbackService {
    private static final double ALIKE = 0.5;
    private static final int SUGGESTED = 10;
    private static final double HUNDREDTHS = 100.0;

    private final FeedbackSight sight;
    private final FeedbackRepository feedbacks;
    private final OpenFeedback open;
    private final FeedbackAnswers answers;

    public SimilarFeedbackService(
            FeedbackSight sight, FeedbackRepository feedbacks, OpenFeedback open, FeedbackAnswers answers) {
        this.sight = sight;
        this.feedbacks = feedbacks;
        this.open = open;
        this.answers = answers;
    }

    private record Likeness(long id, boolean isSameKind, Set<SubjectKind> shared, double words) {
        boolean isSameThing() {
            return isSameKind && !shared.isEmpty();
        }

        boolean isAny() {
            return isSameThing() || words >= ALIKE;
        }
    }

    /**
     * Those about the same thing first, then the likest words. Staff are shown what they may read.
     *
     * @throws io.siyu.platform.problem.ProblemException as {@link FeedbackSight#find}
     */
    public List<SimilarFeedbackResponse> list(Id id) {
        Found<Feedback> found = sight.find(id);
        Feedback feedback = found.thing();
        Member member = found.member();
        FeedbackSubject subject = feedback.subject() == null ? FeedbackSubject.NOTHING : feedback.subject();
        Compared one = new Compared(feedback.id(), feedback.kind(), feedback.text(), subject);
        WordLikeness words = WordLikeness.of(one.text());
        List<Likeness> likest =
                open.listBeside(feedback.shopId(), one, member.isOnlyStaff() ? member.staffId() : null).stream()
                        .map(other -> compare(one, words, other))
                        .filter(Likeness::isAny)
                        .sorted(Comparator.comparing(Likeness::isSameThing)
                                .thenComparing(Likeness::words)
                                .thenComparing(Likeness::id)
                                .reversed())
                        .limit(SUGGESTED)
                        .toList();
        return tell(feedback.shopId(), likest);
    }

    private static Likeness compare(Compared one, WordLikeness words, Compared other) {
        return new Likeness(
                other.id(),
                one.kind().equals(other.kind()),
                SubjectKind.shared(one.subject(), other.subject()),
                words.to(WordLikeness.of(other.text())));
    }

    private List<SimilarFeedbackResponse> tell(long shopId, List<Likeness> likest) {
        List<Feedback> rows =
                feedbacks.listIn(shopId, likest.stream().map(Likeness::id).toList());
        Map<Long, FeedbackResponse> byId = answers.of(shopId, rows).stream()
                .collect(Collectors.toMap(answer -> answer.id().value(), Function.identity()));
        return likest.stream()
                .filter(likeness -> byId.containsKey(likeness.id()))
                .map(likeness -> new SimilarFeedbackResponse(
                        byId.get(likeness.id()),
                        likeness.isSameKind(),
                        List.copyOf(likeness.shared()),
                        Math.round(likeness.words() * HUNDREDTHS) / HUNDREDTHS))
                .toList();
    }
}
