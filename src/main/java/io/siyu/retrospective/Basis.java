package io.siyu.retrospective;

import io.siyu.retrospective.sales.Population;

/** Whose orders count as a campaign's. */
public enum Basis {
    /** Those listed in its audience. */
    AUDIENCE,
    /** It writes to nobody in private: all followers of the accounts that it publishes on. */
    FOLLOWERS_OF_ACCOUNTS;

    static Basis of(Population population) {
        return population instanceof Population.OfAccounts ? FOLLOWERS_OF_ACCOUNTS : AUDIENCE;
    }
}
