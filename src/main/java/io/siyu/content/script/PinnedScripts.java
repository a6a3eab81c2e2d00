package io.siyu.content.script;

import io.siyu.platform.problem.ErrorCode;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Scripts in the versions that posts keep. */
@ApplicationScoped
public class PinnedScripts {
    private final ScriptRepository scripts;
    private final ScriptVersionRepository versions;

    PinnedScripts(ScriptRepository scripts, ScriptVersionRepository versions) {
        this.scripts = scripts;
        this.versions = versions;
    }

    /** @param pins nulls among them are passed over */
    public Map<ScriptPin, PinnedScript> of(long shopId, Collection<ScriptPin> pins) {
        Set<ScriptPin> wanted = pins.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        Map<ScriptPin, PinnedScript> pinned = new HashMap<>();
        if (wanted.isEmpty()) {
            return pinned;
        }
        Set<Long> ids = wanted.stream().map(ScriptPin::scriptId).collect(Collectors.toSet());
        Set<Integer> numbers = wanted.stream().map(ScriptPin::version).collect(Collectors.toSet());
        Map<Long, Script> byId =
                scripts.listIn(shopId, ids).stream().collect(Collectors.toMap(Script::id, Function.identity()));
        for (ScriptVersion version : versions.listAmong(shopId, ids, numbers)) {
            ScriptPin pin = new ScriptPin(version.scriptId(), version.number());
            if (wanted.contains(pin)) {
                pinned.put(pin, new PinnedScript(byId.get(pin.scriptId()), pin, version.content()));
            }
        }
        return pinned;
    }

    /**
     * Chooses a script of the shop.
     *
     * @param field of the request that names it
     * @param version null for the newest
     * @throws io.siyu.platform.problem.ProblemException 400 for a script or a version that is not there
     */
    public ScriptPin choose(long shopId, String field, long scriptId, Integer version) {
        Script script = scripts.findIn(shopId, scriptId)
                .orElseThrow(() -> ErrorCode.VALIDATION_FAILED.problem(
                        field + "Id", "UnknownScript", "The shop has no such script."));
        if (version != null && (version < 1 || version > script.contentVersion())) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    field + "Version",
                    "UnknownVersion",
                    "The script has the versions 1 to " + script.contentVersion() + ".");
        }
        return new ScriptPin(scriptId, version == null ? script.contentVersion() : version);
    }
}
