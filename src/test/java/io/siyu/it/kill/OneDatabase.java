package io.siyu.it.kill;

import io.siyu.support.DatabaseServer;
import io.siyu.support.TcpProxy;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

/** One server for both replicas, behind a network that can fail. */
final class OneDatabase implements Databases {
    private final DatabaseServer server;
    private final TcpProxy network;

    OneDatabase(Path folder) {
        server = new DatabaseServer(folder);
        network = new TcpProxy(port());
    }

    private int port() {
        return URI.create(server.url().substring("jdbc:".length())).getPort();
    }

    @Override
    public List<String> urls() {
        String url = server.url().replace(":" + port() + "/", ":" + network.port() + "/");
        return List.of(url, url);
    }

    @Override
    public Connection connect() {
        return server.connect();
    }

    @Override
    public List<Connection> connectToEach() {
        return List.of(server.connect());
    }

    DatabaseServer server() {
        return server;
    }

    TcpProxy network() {
        return network;
    }

    @Override
    public void close() {
        network.close();
        server.close();
    }
}
