package io.siyu.support;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A server that speaks S3, in this process and in memory, with one bucket and one who may use it. It has a class loader of its
 * own: it wants another Guice than the framework's tests bring along, and both have the same names.
 */
public final class S3Server implements AutoCloseable {
    public static final String BUCKET = "siyu";
    public static final String ACCESS_KEY = "the-only-one";
    public static final String SECRET_KEY = "of-the-test-and-nobody-else";

    private static final List<String> LEFT_OUT = List.of("guice-5", "slf4j-jboss-logmanager");

    private final URLClassLoader classes =
            new URLClassLoader("objects", classPath(), ClassLoader.getPlatformClassLoader());
    private final Supplier<Map.Entry<Integer, List<String>>> objects;

    @SuppressWarnings("unchecked")
    public S3Server() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        try {
            objects = (Supplier<Map.Entry<Integer, List<String>>>) classes.loadClass("io.siyu.support.S3Objects")
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The server of objects does not start", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> LEFT_OUT.stream()
                        .noneMatch(name -> path.getFileName().toString().startsWith(name)))
                .map(S3Server::urlOf)
                .toArray(URL[]::new);
    }

    private static URL urlOf(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + objects.get().getKey();
    }

    /** What lies in the bucket. */
    public List<String> names() {
        return objects.get().getValue();
    }

    @Override
    public void close() throws Exception {
        try (URLClassLoader loader = classes;
                AutoCloseable server = (AutoCloseable) objects) {
            // Both, in this order: what is closed needs its classes.
        }
    }
}
