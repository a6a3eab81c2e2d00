package io.siyu.it.kill;

import io.siyu.support.GaleraCluster.Node;

/** Large transactions one after the other at a node, which the others have to follow. */
final class BusyNode implements AutoCloseable {
    private static final int ROWS = 20_000;

    private final Thread thread;
    private volatile boolean isOver;

    BusyNode(Node node) {
        node.execute("CREATE DATABASE IF NOT EXISTS busy");
        node.execute("CREATE TABLE IF NOT EXISTS busy.row_ (id INT PRIMARY KEY, n INT NOT NULL)");
        node.execute("INSERT IGNORE INTO busy.row_ SELECT seq, 0 FROM siyu.seq_1_to_" + ROWS);
        thread = new Thread(() -> {
            while (!isOver) {
                node.execute("UPDATE busy.row_ SET n = n + 1");
            }
        });
        thread.start();
    }

    @Override
    public void close() {
        isOver = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
