package io.siyu.support;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network between a service and its database that can fail as networks do. Whatever goes silent stays open and never says
 * anything again, also after the network has come back: what was lost is lost, only new connections work.
 */
public final class TcpProxy implements AutoCloseable {
    private static final int BUFFER = 16_384;

    private final ServerSocket server;
    private final List<InetSocketAddress> targets;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicInteger commitsToCut = new AtomicInteger();
    private volatile boolean silent;

    /** @param target a port of this machine */
    public TcpProxy(int target) {
        this(List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), target)));
    }

    /** @param targets the first of which takes what is connected anew, the next one if it does not listen, and so on */
    public TcpProxy(List<InetSocketAddress> targets) {
        this.targets = targets;
        try {
            server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground("accept", this::accept);
    }

    /** Two sockets, and whether anything passes between them. */
    private static final class Link implements Closeable {
        private final Socket client;
        private Socket database;
        private volatile boolean silent;

        private Link(Socket client) {
            this.client = client;
        }

        @Override
        public void close() throws IOException {
            client.close();
            if (database != null) {
                database.close();
            }
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** From now on every packet is dropped, on what is open and on what is opened. */
    public void goSilent() {
        silent = true;
        links.forEach(link -> link.silent = true);
    }

    /** New connections work again. */
    public void comeBack() {
        silent = false;
    }

    /** The next COMMIT does not reach the database: its connection breaks. */
    public void cutNextCommit() {
        commitsToCut.incrementAndGet();
    }

    public boolean hasCutCommits() {
        return commitsToCut.get() == 0;
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Link link : links) {
                link.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() throws IOException {
        while (!server.isClosed()) {
            Link link = new Link(server.accept());
            link.silent = silent;
            links.add(link);
            if (!link.silent) {
                connect(link);
            }
        }
    }

    private void connect(Link link) throws IOException {
        link.database = firstThatListens();
        if (link.database == null) {
            link.close();
            links.remove(link);
            return;
        }
        inBackground("to-database", () -> pump(link, link.client, link.database, true));
        inBackground("from-database", () -> pump(link, link.database, link.client, false));
    }

    /** @return null if none of them does */
    private Socket firstThatListens() {
        for (InetSocketAddress target : targets) {
            try {
                return new Socket(target.getAddress(), target.getPort());
            } catch (IOException e) {
                // The next one may.
            }
        }
        return null;
    }

    private void pump(Link link, Socket from, Socket to, boolean isToDatabase) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int read;
            while ((read = in.read(buffer)) >= 0) {
                if (link.silent) {
                    continue;
                }
                if (isToDatabase && isCommitToCut(buffer, read)) {
                    break;
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // One of the two is gone, so is the other then.
        }
        if (!link.silent) {
            links.remove(link);
            link.close();
        }
    }

    private boolean isCommitToCut(byte[] buffer, int length) {
        return commitsToCut.get() > 0
                && new String(buffer, 0, length, StandardCharsets.ISO_8859_1)
                        .toUpperCase(Locale.ROOT)
                        .endsWith("COMMIT")
                && commitsToCut.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(String name, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // Closed.
                    }
                },
                "tcp-proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }
}
