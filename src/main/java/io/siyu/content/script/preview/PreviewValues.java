package io.siyu.content.script.preview;

import io.siyu.content.CopyVariable;
import io.siyu.shop.Shop;

import java.util.Map;

/** What stands in a preview for its variables, contributed as a bean by a feature that knows some of them. */
public interface PreviewValues {
    /** @throws io.siyu.platform.problem.ProblemException 400 if the request names what the shop has not */
    Map<CopyVariable, String> of(Shop shop, PreviewRequest request);
}
