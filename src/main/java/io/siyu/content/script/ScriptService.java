package io.siyu.content.script;

import io.siyu.content.ContentLine;
import io.siyu.content.CopyVariable;
import io.siyu.content.PostKind;
import io.siyu.content.Reading;
import io.siyu.content.RuleViolation;
import io.siyu.content.limit.ContactLimitRepository;
import io.siyu.content.word.ShopWords;
import io.siyu.platform.http.ETags;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A shop's scripts and their versions. */
@ApplicationScoped
public class ScriptService {
    private final ScriptRepository scripts;
    private final ScriptVersionRepository versions;
    private final ContactLimitRepository limits;
    private final ShopWords words;
    private final ScriptMedia media;
    private final Event<ScriptRevised> revised;
    private final Clock clock;

    public ScriptService(
            ScriptRepository scripts,
            ScriptVersionRepository versions,
            ContactLimitRepository limits,
            ShopWords words,
            ScriptMedia media,
            Event<ScriptRevised> revised,
            Clock clock) {
        this.scripts = scripts;
        this.versions = versions;
        this.limits = limits;
        this.words = words;
        this.media = media;
        this.revised = revised;
        this.clock = clock;
    }

    @Transactional
    public Script write(long shopId, CreateScriptRequest request, String by) {
        media.check(shopId, request.media());
        Script script = new Script(
                shopId,
                request.title().strip(),
                request.kind(),
                Objects.requireNonNullElse(request.line(), ContentLine.MARKETING),
                request.content(),
                clock.instant());
        return keep(script, by);
    }

    /**
     * Keeps a script of a playbook, which is the shop's own from then on.
     *
     * @param key by which it is known again
     */
    @Transactional
    public Script keepOfPlaybook(Script script, String key, String by) {
        script.comeFromPlaybook(key);
        return keep(script, by);
    }

    /** Keeps a new script together with its first version. */
    private Script keep(Script script, String by) {
        scripts.persist(script);
        versions.persist(new ScriptVersion(script, by, clock.instant()));
        return script;
    }

    @Transactional
    public ScriptResponse update(long shopId, long id, String ifMatch, UpdateScriptRequest request, String by) {
        Script script = scripts.findIn(shopId, id).orElseThrow(ScriptService::noSuchScript);
        ETags.requireMatch(ifMatch, script.version());
        media.check(shopId, request.media());
        script.file(
                request.title() == null ? script.title() : request.title().strip(),
                request.kind() == null ? script.kind() : request.kind(),
                Objects.requireNonNullElse(request.line(), script.line()),
                clock.instant());
        boolean rewritten = script.rewrite(request.over(script.content()), clock.instant());
        if (rewritten) {
            versions.persist(new ScriptVersion(script, by, clock.instant()));
        }
        scripts.flush();
        if (rewritten) {
            revised.fire(new ScriptRevised(shopId, id, script.contentVersion()));
        }
        return ScriptResponse.from(script);
    }

    /** The script among those of the given shops. */
    public Script find(Collection<Long> shopIds, Id id) {
        return scripts.findInAny(shopIds, id.value()).orElseThrow(ScriptService::noSuchScript);
    }

    public Page<ScriptResponse> list(long shopId, ContentLine line, PostKind kind, PageRequest page) {
        long before = page.cursor(1).map(c -> c.longAt(0)).orElse(Long.MAX_VALUE);
        List<Script> rows = scripts.listBefore(shopId, before, line, kind, page.rowsToRead());
        return Page.of(rows, page.limit(), s -> Cursor.of(s.id())).map(ScriptResponse::from);
    }

    public List<ScriptVersionResponse> listVersions(Script script) {
        return versions.listOf(script.shopId(), script.id()).stream()
                .map(ScriptVersionResponse::from)
                .toList();
    }

    /** What the script breaks by the limits and words of today; what its campaign will fill in is not known yet. */
    public List<RuleViolation> check(Shop shop, Script script) {
        return ScriptRules.check(
                script.kind(),
                script.content(),
                limits.limitsOn(shop.id(), shop.today(clock)),
                new Reading(words.of(shop.id()), Map.of(CopyVariable.SHOP, shop.name()), List.of()));
    }

    private static RuntimeException noSuchScript() {
        return ErrorCode.NOT_FOUND.problem("There is no such script.");
    }
}
