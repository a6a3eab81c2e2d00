package io.siyu.campaign.playbook;

import java.time.Instant;
import java.util.List;

/** A playbook as it was in one version. */
public record PlaybookVersionResponse(
        int contentVersion, int days, List<PlaybookPost> posts, String writtenBy, Instant writtenAt) {
    static PlaybookVersionResponse from(PlaybookVersion version) {
        return new PlaybookVersionResponse(
                version.number(),
                version.content().days(),
                version.content().posts(),
                version.writtenBy(),
                version.writtenAt());
    }
}
