package io.siyu.buyer;

import io.siyu.platform.sql.SqlFragment;

/** Which buyers are on accounts, told by who knows of followers: as conditions on rows of the table {@code buyer b}. */
public interface BuyersOnAccounts {
    /**
     * Those who follow one of this person's accounts, or are to be invited by one; accounts of others too while the person
     * has their work.
     */
    SqlFragment ownedBy(long staffId);

    /** Those who follow an account now and have not opted out, so that they can be written to. */
    SqlFragment reachable();
}
