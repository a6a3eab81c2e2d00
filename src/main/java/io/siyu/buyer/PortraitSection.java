package io.siyu.buyer;

/** What a feature above knows of one buyer, contributed by it as a bean: buyers do not know who follows whom. */
public interface PortraitSection {
    /** @return the portrait with what the feature knows; the same if it knows nothing */
    BuyerPortraitResponse addTo(BuyerPortraitResponse portrait);
}
