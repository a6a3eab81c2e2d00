package io.siyu.platform.audit;

/**
 * What was done to a thing of a shop. What it was before and is now is kept as JSON, the fields that differ only; neither
 * may hold anything that tells who a buyer is, nor words that somebody wrote freely about one.
 *
 * @param thing what kind of thing, in the words of the API's paths: {@code staff}, {@code campaign}
 * @param thingId null where a shop has just one
 * @param before null for what was not there
 * @param after null for what is there no more
 */
public record Act(long shopId, String thing, String thingId, Object before, Object after) {
    public static Act on(long shopId, String thing, long thingId) {
        return new Act(shopId, thing, Long.toString(thingId), null, null);
    }

    /** On what a shop has only one of. */
    public static Act on(long shopId, String thing) {
        return new Act(shopId, thing, null, null, null);
    }

    public Act from(Object was) {
        return new Act(shopId, thing, thingId, was, after);
    }

    public Act to(Object is) {
        return new Act(shopId, thing, thingId, before, is);
    }
}
