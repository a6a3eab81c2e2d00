package io.siyu.demo;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import io.siyu.shop.Shop;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives a newcomer's empty database the demo shop; its orders come in behind the start. */
@IfBuildProfile("dev")
@ApplicationScoped
class DemoStart {
    private static final Logger LOG = Logger.getLogger(DemoStart.class);
    private static final String FILE = "db/demo/taobao_orders.csv";

    private final DemoShop demo;
    private final ManagedExecutor executor;

    DemoStart(DemoShop demo, ManagedExecutor executor) {
        this.demo = demo;
        this.executor = executor;
    }

    void onStart(@Observes StartupEvent start) {
        Optional<Path> orders = file();
        if (orders.isEmpty()) {
            LOG.infof("There is no %s here: no demo shop is made", FILE);
        } else if (demo.isDatabaseEmpty()) {
            Shop shop = demo.found();
            executor.execute(() -> fill(shop, orders.get()));
        }
    }

    private void fill(Shop shop, Path orders) {
        try {
            demo.fill(shop, orders);
        } catch (IOException | RuntimeException e) {
            LOG.error("The demo shop could not be filled; it stays as it is", e);
        }
    }

    /** Development mode may run in the project's folder or in its target folder. */
    private static Optional<Path> file() {
        return Stream.of(Path.of(FILE), Path.of("..").resolve(FILE))
                .filter(Files::exists)
                .findFirst();
    }
}
