package io.siyu.task.sequence;

import io.siyu.content.script.PinnedScript;
import io.siyu.content.script.ScriptPin;
import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.http.ETags;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Contention;
import io.siyu.shop.Shop;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A shop's follower sequences (R15). */
@ApplicationScoped
public class FollowerSequenceService {
    private static final String THING = "follower-sequence";
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final FollowerSequenceRepository sequences;
    private final SequenceOccurrenceQueries occurrences;
    private final SequenceReleases releases;
    private final SequenceRequests requests;
    private final SequenceScripts scripts;
    private final SequenceTasks tasks;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    FollowerSequenceService(
            FollowerSequenceRepository sequences,
            SequenceOccurrenceQueries occurrences,
            SequenceReleases releases,
            SequenceRequests requests,
            SequenceScripts scripts,
            SequenceTasks tasks,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.sequences = sequences;
        this.occurrences = occurrences;
        this.releases = releases;
        this.requests = requests;
        this.scripts = scripts;
        this.tasks = tasks;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * It is carried on by the clock, at once.
     *
     * @throws io.siyu.platform.problem.ProblemException 400 for what is not the shop's, and for texts that break a rule
     */
    @Transactional
    public FollowerSequenceResponse make(Member member, CreateFollowerSequenceRequest request) {
        Shop shop = member.shop();
        LocalDate today = shop.today(clock);
        SequenceTerms terms = requests.terms(shop, request, today);
        FollowerSequence sequence = new FollowerSequence(
                shop.id(), request.name().strip(), request.basis(), terms, today, member.username(), clock.instant());
        sequences.persistAndFlush(sequence);
        FollowerSequenceResponse response = answer(sequence);
        audit.record(Act.on(shop.id(), THING, sequence.id()).to(response));
        return response;
    }

    /**
     * Changes what is still to come. The clock may carry it on at the same time: that is no other edition.
     *
     * @throws io.siyu.platform.problem.ProblemException 409 for a sequence that has ended
     */
    public FollowerSequenceResponse update(Id id, String ifMatch, UpdateFollowerSequenceRequest request) {
        return Contention.inTransaction(() -> change(id, ifMatch, request));
    }

    private FollowerSequenceResponse change(Id id, String ifMatch, UpdateFollowerSequenceRequest request) {
        Found<FollowerSequence> found = find(id);
        Shop shop = found.member().shop();
        FollowerSequence sequence = found.thing();
        ETags.requireMatch(ifMatch, sequence.revision());
        Instant now = clock.instant();
        LocalDate today = shop.today(clock);
        SequenceTerms terms = requests.over(shop, sequence, request, today);
        FollowerSequenceResponse before = answer(sequence);
        String name = request.name() == null ? sequence.name() : request.name().strip();
        SequenceStatus status = Objects.requireNonNullElse(request.status(), sequence.status());
        if (sequence.isActive() && !sequence.isSo(name, terms, status)) {
            // What is due already is of the sequence as it was.
            releases.settle(shop, sequence, now);
        }
        if (sequence.change(name, terms, status, today, now) == SequenceEdit.WITHDRAW) {
            tasks.withdraw(sequence, whyWithdrawn(sequence), now);
        }
        sequences.flush();
        FollowerSequenceResponse after = answer(sequence);
        audit.record(Act.on(shop.id(), THING, sequence.id()).from(before).to(after));
        return after;
    }

    private static SequenceOccurrenceReason whyWithdrawn(FollowerSequence sequence) {
        return sequence.status() == SequenceStatus.PAUSED
                ? SequenceOccurrenceReason.SEQUENCE_PAUSED
                : SequenceOccurrenceReason.SEQUENCE_ENDED;
    }

    @Transactional
    public FollowerSequenceResponse get(Id id) {
        return answer(find(id).thing());
    }

    @Transactional
    public Page<FollowerSequenceResponse> list(long shopId, PageRequest page) {
        long after = page.cursor(1).map(cursor -> cursor.longAt(0)).orElse(0L);
        Page<FollowerSequence> found = Page.of(
                sequences.listAfter(shopId, after, page.rowsToRead()),
                page.limit(),
                sequence -> Cursor.of(sequence.id()));
        Map<ScriptPin, PinnedScript> said = scripts.of(
                shopId, found.items().stream().map(FollowerSequence::terms).toList());
        return found.map(sequence -> FollowerSequenceResponse.from(sequence, said));
    }

    @Transactional
    public Page<SequenceOccurrenceResponse> listOccurrences(Id id, PageRequest page) {
        FollowerSequence sequence = find(id).thing();
        Optional<Cursor> after = page.cursor(3);
        return Page.of(
                occurrences.listBefore(
                        sequence,
                        after.map(cursor -> cursor.dayAt(0)).orElse(LAST_DAY),
                        after.map(cursor -> (int) cursor.longAt(1)).orElse(Integer.MAX_VALUE),
                        after.map(cursor -> cursor.longAt(2)).orElse(Long.MAX_VALUE),
                        page.rowsToRead()),
                page.limit(),
                one -> Cursor.of(one.date(), one.day(), one.followerId()));
    }

    private FollowerSequenceResponse answer(FollowerSequence sequence) {
        return FollowerSequenceResponse.from(sequence, scripts.of(sequence.shopId(), sequence.terms()));
    }

    private Found<FollowerSequence> find(Id id) {
        return caller.find(shops -> sequences
                .findInAny(shops, id.value())
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such follower sequence.")));
    }
}
