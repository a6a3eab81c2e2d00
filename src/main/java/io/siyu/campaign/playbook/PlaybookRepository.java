package io.siyu.campaign.playbook;

import io.siyu.platform.ids.ShopOwnedRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.Optional;

@ApplicationScoped
public class PlaybookRepository implements ShopOwnedRepository<Playbook> {
    public List<Playbook> listAfter(long shopId, long afterId, int rows) {
        return find("shopId = ?1 and id > ?2 order by id", shopId, afterId)
                .range(0, rows - 1)
                .list();
    }

    public Optional<Playbook> findByKey(long shopId, String key) {
        return find("shopId = ?1 and playbookKey = ?2", shopId, key).firstResultOptional();
    }
}
