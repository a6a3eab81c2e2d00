package io.siyu.content.script;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class ScriptVersionRepository implements ShopOwnedRepository<ScriptVersion> {
    public Optional<ScriptVersion> findByNumber(long shopId, long scriptId, int number) {
        return find("shopId = ?1 and scriptId = ?2 and number = ?3", shopId, scriptId, number)
                .firstResultOptional();
    }

    /** Of these scripts those with any of these numbers. */
    List<ScriptVersion> listAmong(long shopId, Collection<Long> scriptIds, Collection<Integer> numbers) {
        return list("shopId = ?1 and scriptId in ?2 and number in ?3", shopId, scriptIds, numbers);
    }

    /** All versions of a script, newest first. */
    public List<ScriptVersion> listOf(long shopId, long scriptId) {
        return list("shopId = ?1 and scriptId = ?2 order by number desc", shopId, scriptId);
    }
}
