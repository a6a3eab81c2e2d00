package io.siyu.order.upload;

import io.siyu.buyer.BuyersChanged;
import io.siyu.order.Reason;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.OrderFile;
import io.siyu.order.file.OrderFormats;
import io.siyu.platform.drain.Drain;
import io.siyu.platform.problem.ProblemException;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.DatabaseFault;
import io.siyu.platform.sql.InSteps;
import io.siyu.platform.time.LeaseKeeper;
import io.siyu.platform.time.LeaseLostException;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;

/** Runs the imports of one shop, one after the other, for as long as it holds the shop's import lease. */
@InSteps
@ApplicationScoped
class ImportRunner {
    private static final Logger LOG = Logger.getLogger(ImportRunner.class);

    private final ImportRuns runs;
    private final ImportLease lease;
    private final OrderImportRepository imports;
    private final IntakeConfig config;
    private final ImportMeters meters;
    private final OrderFormats formats;
    private final UploadFolder uploads;
    private final ShopRepository shops;
    private final Event<BuyersChanged> buyersChanged;
    private final Clock clock;
    private final LeaseKeeper keeper;
    private final Drain drain;

    ImportRunner(
            ImportRuns runs,
            ImportLease lease,
            OrderImportRepository imports,
            IntakeConfig config,
            ImportMeters meters,
            OrderFormats formats,
            UploadFolder uploads,
            ShopRepository shops,
            Event<BuyersChanged> buyersChanged,
            Clock clock,
            LeaseKeeper keeper,
            Drain drain) {
        this.runs = runs;
        this.lease = lease;
        this.imports = imports;
        this.config = config;
        this.meters = meters;
        this.formats = formats;
        this.uploads = uploads;
        this.shops = shops;
        this.buyersChanged = buyersChanged;
        this.clock = clock;
        this.keeper = keeper;
        this.drain = drain;
    }

    /** Runs all of the shop's due imports. The import lease must be the owner's; it is free afterwards. */
    void runAll(long shopId, String owner) {
        boolean isDone;
        try (LeaseKeeper.Kept kept = keeper.keep(lease.kept(shopId, owner, config.lease()))) {
            isDone = runWhileDue(shopId, owner);
        } catch (LeaseLostException e) {
            LOG.infof("Another worker has taken over the imports of shop %d", shopId);
            return;
        }
        if (isDone) {
            Contention.inTransaction(() -> {
                lease.release(shopId, owner);
                return null;
            });
        }
    }

    /** @return false if the lease is better left alone for a while */
    private boolean runWhileDue(long shopId, String owner) {
        Optional<OrderImport> next;
        while (!drain.isOn() && (next = imports.findNext(shopId)).isPresent()) {
            if (!run(next.get(), owner)) {
                return false;
            }
        }
        return true;
    }

    /** @return whether the worker may go on with the next import */
    private boolean run(OrderImport job, String owner) {
        meters.began();
        try {
            underLease(job, owner, () -> imports.start(job, clock.instant()));
            attempt(job, owner);
            return true;
        } catch (LeaseLostException e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            if (DatabaseFault.isIn(e)) {
                // Which says nothing about the import.
                LOG.warnf("Import %d broke off and will be tried again: %s", job.id(), DatabaseFault.words(e));
                return false;
            }
            // The lease is left to lapse, so that the next attempt comes a while later.
            LOG.errorf(e, "Import %d broke off and will be tried again", job.id());
            countFailure(job, owner);
            return false;
        } finally {
            meters.left();
        }
    }

    private void attempt(OrderImport job, String owner) throws IOException {
        if (job.attempts() >= 2 * config.attempts()) {
            // Not even what it brought can be summed up.
            finish(job, owner, ImportStatus.FAILED, ReasonCode.GAVE_UP.with());
            return;
        }
        if (job.attempts() >= config.attempts()) {
            close(job, owner, ImportStatus.FAILED, ReasonCode.GAVE_UP.with());
            return;
        }
        if (!job.isReadToTheEnd() && uploads.isGone(job.storedAs())) {
            // As after a restore. Nobody brings it back: what is written stays, and whoever sent it can send it again.
            LOG.warnf("Import %d has failed: its file is not in the upload folder any more", job.id());
            close(job, owner, ImportStatus.FAILED, ReasonCode.FILE_GONE.with());
            return;
        }
        try {
            if (read(job, owner)) {
                close(job, owner, ImportStatus.DONE, null);
            }
        } catch (ProblemException e) {
            close(job, owner, ImportStatus.FAILED, Reason.of(e));
        }
    }

    /** Only what the service survives counts: that it was killed says nothing about the import. */
    private void countFailure(OrderImport job, String owner) {
        try {
            underLease(job, owner, () -> imports.countFailure(job));
        } catch (LeaseLostException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warnf(e, "That import %d broke off was not counted", job.id());
        }
    }

    private boolean read(OrderImport job, String owner) throws IOException {
        if (job.isReadToTheEnd()) {
            return true;
        }
        OrderFile file = formats.recognise(uploads.path(job.storedAs()), job.format());
        return Contention.untilWon(() -> {
            OrderImport current = imports.findIn(job.shopId(), job.id()).orElseThrow();
            try {
                return of(current, owner).readAll(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private ImportRun of(OrderImport job, String owner) {
        Shop shop = Contention.inTransaction(() -> shops.findById(job.shopId()));
        return runs.of(job, shop, owner, drain::isOn);
    }

    /**
     * Also an import that failed half-way has brought orders, which sums, tiers and follower lists must show. One that is
     * asked to stop before they do stays open and is closed after the restart.
     */
    private void close(OrderImport job, String owner, ImportStatus status, Reason failure) {
        if (!job.dryRun()) {
            if (!Contention.untilWon(of(job, owner)::updateTotals)) {
                return;
            }
            buyersChanged.fire(new BuyersChanged(job.shopId()));
            if (drain.isOn()) {
                // Perhaps in the middle of the tiers: they are worked out, and the import closed, elsewhere.
                return;
            }
        }
        finish(job, owner, status, failure);
    }

    private void finish(OrderImport job, String owner, ImportStatus status, Reason failure) {
        underLease(job, owner, () -> imports.finish(job, status, failure, clock.instant()));
        meters.ended(status).increment();
        // The file holds personal data in clear: it is kept no longer than it is needed.
        uploads.discard(job.storedAs());
    }

    private void underLease(OrderImport job, String owner, Runnable change) {
        Contention.inTransaction(() -> {
            lease.keepAndLock(job.shopId(), owner, config.lease());
            change.run();
            return null;
        });
    }
}
