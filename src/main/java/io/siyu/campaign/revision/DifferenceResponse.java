package io.siyu.campaign.revision;

import io.siyu.campaign.revision.RevisionDifference.RevisionChange;

import java.util.List;

/** How one content revision differs from another: what to approve anew. */
public record DifferenceResponse(int from, int to, List<RevisionChange> changes) {}
