package io.siyu.campaign.playbook;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class PlaybookVersionRepository implements ShopOwnedRepository<PlaybookVersion> {
    /** The newest first. */
    public List<PlaybookVersion> listOf(long shopId, long playbookId) {
        return list("shopId = ?1 and playbookId = ?2 order by number desc", shopId, playbookId);
    }

    public Optional<PlaybookVersion> findByNumber(long shopId, long playbookId, int number) {
        return find("shopId = ?1 and playbookId = ?2 and number = ?3", shopId, playbookId, number)
                .firstResultOptional();
    }
}
