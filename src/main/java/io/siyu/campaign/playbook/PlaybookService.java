package io.siyu.campaign.playbook;

import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.http.ETags;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A shop's playbooks, every version kept. */
@ApplicationScoped
public class PlaybookService {
    private static final String THING = "playbook";

    private final PlaybookRepository playbooks;
    private final PlaybookVersionRepository versions;
    private final PlaybookContents contents;
    private final BuiltInPlaybooks builtIn;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    public PlaybookService(
            PlaybookRepository playbooks,
            PlaybookVersionRepository versions,
            PlaybookContents contents,
            BuiltInPlaybooks builtIn,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.playbooks = playbooks;
        this.versions = versions;
        this.contents = contents;
        this.builtIn = builtIn;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 for a key that another playbook has */
    @Transactional
    public PlaybookResponse write(Member member, CreatePlaybookRequest request) {
        long shopId = member.shopId();
        if (builtIn.has(request.key())
                || playbooks.findByKey(shopId, request.key()).isPresent()) {
            throw ErrorCode.CONFLICT.problem("key", "KeyTaken", "Another playbook has this key.");
        }
        Playbook playbook = new Playbook(
                shopId,
                request.key(),
                request.name().strip(),
                contents.of(shopId, request),
                member.username(),
                clock.instant());
        playbooks.persist(playbook);
        versions.persist(new PlaybookVersion(playbook, member.username(), clock.instant()));
        playbooks.flush();
        PlaybookResponse response = PlaybookResponse.from(playbook);
        audit.record(Act.on(shopId, THING, playbook.id()).to(told(response)));
        return response;
    }

    /** Campaigns that it filled before stay as they are. */
    @Transactional
    public PlaybookResponse replace(Id id, String ifMatch, ReplacePlaybookRequest request) {
        Found<Playbook> found = find(id);
        Playbook playbook = found.thing();
        ETags.requireMatch(ifMatch, playbook.version());
        PlaybookResponse before = PlaybookResponse.from(playbook);
        PlaybookContent content = contents.checked(playbook.shopId(), request.days(), request.posts());
        playbook.rename(request.name().strip());
        if (playbook.rewrite(content)) {
            versions.persist(new PlaybookVersion(playbook, found.member().username(), clock.instant()));
        }
        playbooks.flush();
        PlaybookResponse after = PlaybookResponse.from(playbook);
        audit.record(Act.on(playbook.shopId(), THING, playbook.id())
                .from(told(before))
                .to(told(after)));
        return after;
    }

    public PlaybookResponse get(Id id) {
        return PlaybookResponse.from(find(id).thing());
    }

    /** The newest first. */
    public List<PlaybookVersionResponse> listVersions(Id id) {
        Playbook playbook = find(id).thing();
        return versions.listOf(playbook.shopId(), playbook.id()).stream()
                .map(PlaybookVersionResponse::from)
                .toList();
    }

    public Page<PlaybookResponse> list(long shopId, PageRequest page) {
        long after = page.cursor(1).map(cursor -> cursor.longAt(0)).orElse(0L);
        return Page.of(
                        playbooks.listAfter(shopId, after, page.rowsToRead()),
                        page.limit(),
                        playbook -> Cursor.of(playbook.id()))
                .map(PlaybookResponse::from);
    }

    private Found<Playbook> find(Id id) {
        return caller.find(shops -> playbooks
                .findInAny(shops, id.value())
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such playbook.")));
    }

    /** Its posts are kept as versions of their own. */
    private static Map<String, Object> told(PlaybookResponse playbook) {
        return Map.of("key", playbook.key(), "name", playbook.name(), "contentVersion", playbook.contentVersion());
    }
}
