package io.siyu.content.material.store;

import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.time.DueWork;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Deletes bytes that have no row, as of a replica that died between the two, some while after the start and then every few
 * hours. Bytes are kept before their row is committed, so what is old and has none will never have one. Many of them are
 * left alone: no kill leaves so many, but a folder or a bucket beside the wrong database does.
 */
@ApplicationScoped
public class OrphanedMaterials implements DueWork {
    private static final Logger LOG = Logger.getLogger(OrphanedMaterials.class);
    private static final int FILES_A_LOOK = 500;
    static final int MOST = 100;
    private static final int AFTER_ALL_ELSE = 1001;

    private final MaterialStore store;
    private final MaterialConfig config;
    private final Sql sql;
    private volatile long nextLook;

    OrphanedMaterials(MaterialStore store, MaterialConfig config, Sql sql) {
        this.store = store;
        this.config = config;
        this.sql = sql;
        this.nextLook = System.nanoTime() + config.leftAfter().toNanos();
    }

    @Override
    public int runDue(Instant now) {
        if (System.nanoTime() - nextLook >= 0) {
            nextLook = System.nanoTime() + config.sweepEvery().toNanos();
            int deleted = sweep();
            if (deleted > 0) {
                LOG.infof("Deleted %d files of materials that were never made", deleted);
            }
        }
        return 0;
    }

    @Override
    public int order() {
        return AFTER_ALL_ELSE;
    }

    /** @return how many files it deleted */
    public int sweep() {
        Look look = new Look();
        store.forEachOlderThan(config.leftAfter(), look::add);
        look.finish();
        if (look.orphans.size() > MOST) {
            LOG.errorf(
                    "%d files of materials have no row, such as %s: is this the right database? None is deleted",
                    look.orphans.size(), store.whereIs(look.orphans.get(0)));
            return 0;
        }
        look.orphans.forEach(store::discard);
        return look.orphans.size();
    }

    /** So many files at a time, whose rows are looked for together. */
    private final class Look {
        private final List<StoredFile> files = new ArrayList<>();
        private final List<StoredFile> orphans = new ArrayList<>();

        void add(StoredFile file) {
            files.add(file);
            if (files.size() == FILES_A_LOOK) {
                finish();
            }
        }

        void finish() {
            Map<Long, Set<Long>> wanted = new HashMap<>();
            files.forEach(file -> wanted.computeIfAbsent(file.shopId(), shop -> new HashSet<>())
                    .add(file.materialId()));
            Map<Long, Set<Long>> known = new HashMap<>();
            wanted.forEach((shop, ids) -> known.put(shop, knownOf(shop, ids)));
            files.stream()
                    .filter(file -> !known.get(file.shopId()).contains(file.materialId()))
                    .forEach(orphans::add);
            files.clear();
        }
    }

    private Set<Long> knownOf(long shopId, Set<Long> ids) {
        return new HashSet<>(sql.list(
                "SELECT id FROM material WHERE shop_id = ? AND id IN (" + Sql.places(ids.size()) + ")",
                row -> row.longAt("id"),
                InLists.params(ids, shopId)));
    }
}
