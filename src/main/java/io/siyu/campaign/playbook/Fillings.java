package io.siyu.campaign.playbook;

import io.siyu.campaign.Campaign;
import io.siyu.content.script.Script;
import io.siyu.content.script.ScriptPin;
import io.siyu.content.script.ScriptRepository;
import io.siyu.content.script.ScriptService;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the playbook that is called, among the built-in ones and those of the shop. */
@ApplicationScoped
class Fillings {
    private static final String ID = "[0-9]+";

    private final BuiltInPlaybooks builtIn;
    private final PlaybookRepository playbooks;
    private final PlaybookVersionRepository versions;
    private final ScriptRepository scripts;
    private final ScriptService scriptService;
    private final Clock clock;

    Fillings(
            BuiltInPlaybooks builtIn,
            PlaybookRepository playbooks,
            PlaybookVersionRepository versions,
            ScriptRepository scripts,
            ScriptService scriptService,
            Clock clock) {
        this.builtIn = builtIn;
        this.playbooks = playbooks;
        this.versions = versions;
        this.scripts = scripts;
        this.scriptService = scriptService;
        this.clock = clock;
    }

    /** @param name a key, or the id of a playbook of the shop */
    Filling called(String name, Campaign campaign, Member member) {
        Optional<BuiltInPlaybook> found = builtIn.findByName(name);
        if (found.isPresent()) {
            return ofBuiltIn(found.get(), member);
        }
        return ofShop(campaign.shopId(), name)
                .map(playbook -> of(playbook, campaign))
                .orElseThrow(() -> ErrorCode.VALIDATION_FAILED.problem(
                        "playbook", "UnknownPlaybook", "There is no such playbook."));
    }

    private Optional<Playbook> ofShop(long shopId, String name) {
        if (!name.matches(ID)) {
            return playbooks.findByKey(shopId, name);
        }
        try {
            return playbooks.findIn(shopId, Id.fromString(name).value());
        } catch (IllegalArgumentException e) {
            // More digits than an id has.
            return Optional.empty();
        }
    }

    private Filling of(Playbook playbook, Campaign campaign) {
        List<PlaybookPost> posts = playbook.content().posts();
        Set<Long> ids = posts.stream()
                .flatMap(post ->
                        Stream.of(Optional.ofNullable(post.scriptId()), Optional.ofNullable(post.followUpScriptId())))
                .flatMap(Optional::stream)
                .map(Id::value)
                .collect(Collectors.toSet());
        Map<Id, ScriptPin> newest = new HashMap<>();
        scripts.listIn(playbook.shopId(), ids).forEach(script -> newest.put(Id.of(script.id()), pin(script)));
        return new Filling(playbook.key(), playbook.contentVersion(), posts, before(playbook, campaign), newest);
    }

    private List<PlaybookPost> before(Playbook playbook, Campaign campaign) {
        return Objects.equals(campaign.playbook(), playbook.key())
                ? versions.findByNumber(playbook.shopId(), playbook.id(), campaign.playbookVersion())
                        .map(version -> version.content().posts())
                        .orElse(List.of())
                : List.of();
    }

    private Filling ofBuiltIn(BuiltInPlaybook playbook, Member member) {
        Map<String, Script> own = ownScripts(playbook, member);
        Map<Id, ScriptPin> newest = new HashMap<>();
        own.values().forEach(script -> newest.put(Id.of(script.id()), pin(script)));
        List<PlaybookPost> posts = playbook.posts().stream()
                .map(post -> post.of(
                        playbook.lineOf(post),
                        Id.of(own.get(playbook.keyOf(post.script())).id())))
                .toList();
        return new Filling(playbook.name(), BuiltInPlaybook.VERSION, posts, List.of(), newest);
    }

    /** The shop's scripts of the playbook by key, those it lacks made now. */
    private Map<String, Script> ownScripts(BuiltInPlaybook playbook, Member member) {
        Map<String, Script> own = new HashMap<>();
        scripts.listOfPlaybook(member.shopId(), playbook.name())
                .forEach(script -> own.put(script.playbookKey(), script));
        for (BuiltInPlaybook.PlaybookScript item : playbook.scripts()) {
            String key = playbook.keyOf(item.key());
            if (!own.containsKey(key)) {
                Script script = item.toScript(member.shopId(), clock.instant());
                own.put(key, scriptService.keepOfPlaybook(script, key, member.username()));
            }
        }
        return own;
    }

    /** As the shop has it now. */
    private static ScriptPin pin(Script script) {
        return new ScriptPin(script.id(), script.contentVersion());
    }
}
