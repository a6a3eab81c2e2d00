package io.siyu.campaign.post;

import io.siyu.content.material.use.MaterialMention;
import io.siyu.content.material.use.MaterialUse;
import io.siyu.content.material.use.MaterialUses;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.util.List;

/** Tells which posts show a material, by the versions of scripts that they keep: their own, or their follow-up's. */
@ApplicationScoped
class PostsWithMaterial implements MaterialUses {
    private static final String COLUMNS =
            "SELECT p.id, p.campaign_id, p.post_day, v.script_id, v.number, s.title FROM script_version v"
                    + " JOIN script s ON s.shop_id = v.shop_id AND s.id = v.script_id"
                    + " JOIN campaign_post p ON p.shop_id = v.shop_id AND NOT p.removed";
    private static final String SHOWING = " WHERE v.shop_id = ? AND v.media LIKE ?";

    private final Sql sql;

    PostsWithMaterial(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<MaterialUse> of(long shopId, long materialId, int most) {
        String pattern = MaterialMention.pattern(materialId);
        return sql.list(
                COLUMNS + " AND p.script_id = v.script_id AND p.script_version = v.number" + SHOWING + " UNION "
                        + COLUMNS + " AND p.follow_up_script_id = v.script_id AND p.follow_up_version = v.number"
                        + SHOWING + " ORDER BY post_day DESC, id DESC LIMIT ?",
                PostsWithMaterial::useOf,
                shopId,
                pattern,
                shopId,
                pattern,
                most);
    }

    private static MaterialUse useOf(ResultRow row) throws SQLException {
        return MaterialUse.inScript(row.longAt("script_id"), row.intAt("number"), row.textAt("title"))
                .inPost(row.longAt("id"), row.nullableLongAt("campaign_id"), row.dayAt("post_day"));
    }
}
