package io.siyu.campaign.playbook;

import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.util.List;

/**
 * A playbook of a shop.
 *
 * @param contentVersion the version of its days and posts: a campaign says which one filled it
 * @param version counts every change, for If-Match
 */
public record PlaybookResponse(
        Id id,
        Id shopId,
        String key,
        String name,
        int contentVersion,
        int days,
        List<PlaybookPost> posts,
        String createdBy,
        Instant createdAt,
        int version) {
    static PlaybookResponse from(Playbook playbook) {
        return new PlaybookResponse(
                Id.of(playbook.id()),
                Id.of(playbook.shopId()),
                playbook.key(),
                playbook.name(),
                playbook.contentVersion(),
                playbook.content().days(),
                playbook.content().posts(),
                playbook.createdBy(),
                playbook.createdAt(),
                playbook.version());
    }
}
