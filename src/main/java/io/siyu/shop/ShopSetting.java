package io.siyu.shop;

/** One of a shop's settings that a feature goes by. Settings that no feature knows are kept as they are. */
public interface ShopSetting {
    /** Its name among the settings. */
    String name();

    /** @throws io.siyu.platform.problem.ProblemException 400 if the feature could not go by the value */
    void check(Object value);
}
