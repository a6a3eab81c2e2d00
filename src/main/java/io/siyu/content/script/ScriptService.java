package io.siyu.content.script;

import io.siyu.content.ContentLine;
import io.siyu.content.CopyVariable;
import io.siyu.content.PostKind;
import io.siyu.content.Reading;
import io.siyu.content.RuleViolation;
import io.siyu.content.limit.ContactLimitRepository;
import io.siyu.content.rule.ScriptRules;
import io.siyu.content.word.ShopWords;
import io.siyu.platform.http.ETags;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;
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
    private final ScriptRules rules;
    private final Clock clock;

    public ScriptService(
            ScriptRepository scripts,
            ScriptVersionRepository versions,
            ContactLimitRepository limits,
            ShopWords words,
            ScriptMedia media,
            ScriptRules rules,
            Clock clock) {
        this.scripts = scripts;
        this.versions = versions;
        this.limits = limits;
        this.words = words;
        this.media = media;
        this.rules = rules;
        this.clock = clock;
    }

    @Transactional
    public Script write(long shopId, CreateScriptRequest request, String by) {
        media.check(shopId, request.media());
        String title = request.title().strip();
        ContentLine line = Objects.requireNonNullElse(request.line(), ContentLine.MARKETING);
        return keep(
                new Script(shopId, title, request.kind(), line, request.scene(), request.content(), clock.instant()),
                by);
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
        media.check(shopId, request.newMedia());
        request.file(script, clock.instant());
        // Posts keep the version that they have: taking this one is an edit of them.
        if (script.rewrite(request.over(script.content()), clock.instant())) {
            versions.persist(new ScriptVersion(script, by, clock.instant()));
        }
        scripts.flush();
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
        return check(shop, script, script.content());
    }

    /** The same of another content of it. */
    public List<RuleViolation> check(Shop shop, Script script, ScriptContent content) {
        Reading reading = Reading.ofScript(words.of(shop.id()), Map.of(CopyVariable.SHOP, shop.name()));
        return rules.check(content.read(script.kind(), limits.limitsOn(shop.id(), shop.today(clock)), reading));
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 if it has no such version */
    public ScriptVersion version(Script script, int number) {
        return versions.findByNumber(script.shopId(), script.id(), number)
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("The script has no such version."));
    }

    private static RuntimeException noSuchScript() {
        return ErrorCode.NOT_FOUND.problem("There is no such script.");
    }
}
