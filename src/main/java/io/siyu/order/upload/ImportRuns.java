package io.siyu.order.upload;

import io.siyu.buyer.match.BuyerLookUp;
import io.siyu.order.write.BuyerSums;
import io.siyu.order.write.OrderPlanner;
import io.siyu.order.write.OrderWriter;
import io.siyu.order.write.ShopWriteLock;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.function.BooleanSupplier;

/** Makes the runs of imports, and has what all of them work with. */
@ApplicationScoped
class ImportRuns {
    private final OrderPlanner planner;
    private final OrderWriter writer;
    private final BuyerLookUp buyers;
    private final BuyerSums sums;
    private final ShopWriteLock writeLock;
    private final OrderImportRepository imports;
    private final IntakeConfig config;
    private final ImportMeters meters;
    private final Clock clock;

    ImportRuns(
            OrderPlanner planner,
            OrderWriter writer,
            BuyerLookUp buyers,
            BuyerSums sums,
            ShopWriteLock writeLock,
            OrderImportRepository imports,
            IntakeConfig config,
            ImportMeters meters,
            Clock clock) {
        this.planner = planner;
        this.writer = writer;
        this.buyers = buyers;
        this.sums = sums;
        this.writeLock = writeLock;
        this.imports = imports;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * @param owner who has the shop's import lease
     * @param isStopping asked between batches
     */
    ImportRun of(OrderImport job, Shop shop, String owner, BooleanSupplier isStopping) {
        return new ImportRun(this, job, shop, owner, buyers.matches(shop.id()), isStopping);
    }

    OrderPlanner planner() {
        return planner;
    }

    OrderWriter writer() {
        return writer;
    }

    BuyerLookUp buyers() {
        return buyers;
    }

    BuyerSums sums() {
        return sums;
    }

    ShopWriteLock writeLock() {
        return writeLock;
    }

    OrderImportRepository imports() {
        return imports;
    }

    IntakeConfig config() {
        return config;
    }

    ImportMeters meters() {
        return meters;
    }

    Clock clock() {
        return clock;
    }
}
