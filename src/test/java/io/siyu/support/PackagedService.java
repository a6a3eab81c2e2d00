package io.siyu.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The packaged application as a process of its own, so that it can be frozen and killed. */
public final class PackagedService implements AutoCloseable {
    /** Options of Java for one that has little to do. */
    public static final List<String> SMALL_AND_SOON_UP = List.of("-Xmx384m", "-XX:TieredStopAtLevel=1");

    private static final Path APPLICATION = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String READINESS = "/q/health/ready";
    private static final int TOLD = 12;

    private final String address = "http://127.0.0.1:" + Ports.free();
    private final String management = "http://127.0.0.1:" + Ports.free();
    private final Path log;
    private final List<String> command = new ArrayList<>();
    private final Client client = new Client(address, management);
    private Process process;

    /**
     * @param name tells it from other replicas
     * @param folder for its log, and for the uploads that all replicas share
     * @param javaOptions such as {@code -Xmx512m}
     */
    public PackagedService(
            String name, Path folder, String databaseUrl, List<String> javaOptions, Map<String, String> more) {
        this(APPLICATION, name, folder, databaseUrl, javaOptions, more);
    }

    /** @param application the jar to run, made with other settings than the one that is shipped */
    public PackagedService(
            Path application,
            String name,
            Path folder,
            String databaseUrl,
            List<String> javaOptions,
            Map<String, String> more) {
        Path home = create(folder.toAbsolutePath());
        this.log = home.resolve(name + ".log");
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(javaOptions);
        Map<String, String> settings = new TreeMap<>(Tokens.settings());
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", portOf(address));
        settings.put("quarkus.management.host", "127.0.0.1");
        settings.put("quarkus.management.port", portOf(management));
        settings.put("quarkus.datasource.jdbc.url", databaseUrl);
        settings.put("siyu.data-folder", home.resolve("service").toString());
        // Known again after a restart, it need not wait until the others hold its former self for dead.
        settings.put("quarkus.quartz.instance-id", name);
        settings.put("siyu.privacy.keyset", PrivacyKeys.keyset());
        // There is no balancer that would have to notice.
        settings.put("siyu.drain.delay", "0s");
        // Tests and benches send far more from one place than any shop does.
        settings.put("siyu.edge.rates.enabled", "false");
        settings.putAll(more);
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", application.toAbsolutePath().toString()));
    }

    /** Starts it and waits until it is ready. */
    public PackagedService start() {
        launch();
        awaitReady();
        return this;
    }

    /** Starts it without waiting. */
    public void launch() {
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        } catch (IOException e) {
            throw new UncheckedIOException("The service does not start", e);
        }
    }

    public void awaitReady() {
        try {
            Waiting.until("the service is ready", PATIENCE, () -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException("The service ended by itself; see " + log);
                }
                return client.statusOf(READINESS) == 200;
            });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ": " + whatItDoesInstead(), e);
        }
    }

    /** What it says of itself, and where its main thread stands: its log may be gone by the time somebody looks. */
    private String whatItDoesInstead() {
        signal("-QUIT");
        Waiting.until("its threads are in the log", PATIENCE, () -> log().contains("Full thread dump"));
        String said = log();
        int dump = said.indexOf("Full thread dump");
        String main = said.substring(Math.max(dump, said.indexOf("\"main\"", dump)));
        return "%s; %s; %s; see %s"
                .formatted(
                        client.toldBy(READINESS),
                        said.substring(0, dump)
                                .lines()
                                .skip(Math.max(
                                        0, said.substring(0, dump).lines().count() - TOLD))
                                .toList(),
                        main.lines().limit(TOLD).map(String::strip).toList(),
                        log);
    }

    public Client client() {
        return client;
    }

    /** Where its users reach it: {@code http://127.0.0.1:…}. */
    public String address() {
        return address;
    }

    /** Where whoever runs it looks at its health and metrics. */
    public String managementAddress() {
        return management;
    }

    public int port() {
        return URI.create(address).getPort();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9} does: it gets no chance to tidy up. */
    public void kill() {
        process.destroyForcibly();
        await(process);
    }

    /** Tells it to end, as an orchestrator does, without waiting. */
    public void terminate() {
        process.destroy();
    }

    /** Waits for its end. @return with what it ended */
    public int awaitEnd(Duration patience) {
        Waiting.until("the service has ended; see " + log, patience, () -> !process.isAlive());
        return process.exitValue();
    }

    /** As if its machine had stopped: its connections stay open, but nothing moves. */
    public void freeze() {
        signal("-STOP");
    }

    public void thaw() {
        signal("-CONT");
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            if (!await(process)) {
                kill();
            }
        }
    }

    private static String portOf(String address) {
        return String.valueOf(URI.create(address).getPort());
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("kill", name, String.valueOf(process.pid())).start();
            if (!await(kill) || kill.exitValue() != 0) {
                throw new IllegalStateException("kill " + name + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean await(Process ending) {
        try {
            return ending.waitFor(15, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path create(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
