package io.siyu.content.material.use;

import java.util.List;

/** What a feature shows of a shop's materials, contributed by it as a bean: materials do not know what posts there are. */
public interface MaterialUses {
    /** The newest first, and no more than so many. */
    List<MaterialUse> of(long shopId, long materialId, int most);
}
