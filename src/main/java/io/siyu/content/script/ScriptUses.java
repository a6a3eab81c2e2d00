package io.siyu.content.script;

import io.siyu.content.material.use.MaterialMention;
import io.siyu.content.material.use.MaterialUse;
import io.siyu.content.material.use.MaterialUses;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** Tells which versions of scripts show a material: those of now, and those that posts keep. */
@ApplicationScoped
class ScriptUses implements MaterialUses {
    private final Sql sql;

    ScriptUses(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<MaterialUse> of(long shopId, long materialId, int most) {
        return sql.list(
                "SELECT v.script_id, v.number, s.title FROM script_version v"
                        + " JOIN script s ON s.shop_id = v.shop_id AND s.id = v.script_id"
                        + " WHERE v.shop_id = ? AND v.media LIKE ? ORDER BY v.id DESC LIMIT ?",
                row -> MaterialUse.inScript(row.longAt("script_id"), row.intAt("number"), row.textAt("title")),
                shopId,
                MaterialMention.pattern(materialId),
                most);
    }
}
