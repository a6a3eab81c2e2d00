package io.siyu.campaign.post.rule;

import io.siyu.campaign.audience.AudienceReach;
import io.siyu.content.CopyVariable;

/** For whom a variable has no value, told by who knows the followers. */
public interface RecipientGaps {
    /** How many followers of the reach, as they are now, have no value for the variable. */
    long count(long shopId, AudienceReach reach, CopyVariable variable);
}
