package io.siyu.it.kill;

import io.siyu.support.GaleraCluster;
import io.siyu.support.GaleraCluster.Node;
import io.siyu.support.TcpProxy;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Three nodes of Galera. Each replica has one of its own, and is led to the next one when that does not listen. */
final class OneCluster implements Databases {
    private static final int NODES = 3;
    private static final int REPLICAS = 2;

    private final GaleraCluster cluster;
    private final List<TcpProxy> ways;

    OneCluster(Path folder) {
        cluster = new GaleraCluster(folder, NODES);
        ways = IntStream.range(0, REPLICAS)
                .mapToObj(place -> {
                    List<InetSocketAddress> targets = new ArrayList<>(
                            cluster.nodes().stream().map(Node::socket).toList());
                    Collections.rotate(targets, -place);
                    return new TcpProxy(targets);
                })
                .toList();
    }

    @Override
    public List<String> urls() {
        return ways.stream()
                .map(way -> "jdbc:mysql://127.0.0.1:" + way.port() + "/siyu?useSSL=false&allowPublicKeyRetrieval=true")
                .toList();
    }

    /** The last one that lives, which first waits for what was committed elsewhere. */
    @Override
    public Connection connect() {
        Node node = cluster.nodes().stream()
                .filter(Node::isAlive)
                .reduce((former, latter) -> latter)
                .orElseThrow();
        return node.connect("&sessionVariables=wsrep_sync_wait=7");
    }

    @Override
    public List<Connection> connectToEach() {
        return IntStream.range(0, REPLICAS).mapToObj(this::connectAt).toList();
    }

    Connection connectAt(int place) {
        return cluster.node(place).connect("&sessionVariables=wsrep_sync_wait=7");
    }

    GaleraCluster cluster() {
        return cluster;
    }

    @Override
    public void close() {
        ways.forEach(TcpProxy::close);
        cluster.close();
    }
}
