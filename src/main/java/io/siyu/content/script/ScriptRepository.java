package io.siyu.content.script;

import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;
import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

@ApplicationScoped
public class ScriptRepository implements ShopOwnedRepository<Script> {
    /** A shop's scripts, newest first, before the given id. */
    public List<Script> listBefore(long shopId, long beforeId, ContentLine line, PostKind kind, int rows) {
        return find(
                        "shopId = ?1 and id < ?2 and (?3 is null or line = ?3) and (?4 is null or kind = ?4)"
                                + " order by id desc",
                        shopId,
                        beforeId,
                        line,
                        kind)
                .range(0, rows - 1)
                .list();
    }

    public List<Script> listOfPlaybook(long shopId, String playbook) {
        return list("shopId = ?1 and playbookKey like ?2", shopId, playbook + "/%");
    }
}
