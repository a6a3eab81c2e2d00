package io.siyu.support;

import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStore;
import org.jclouds.blobstore.BlobStoreContext;
import org.jclouds.blobstore.TransientApiMetadata;
import org.jclouds.blobstore.options.ListContainerOptions;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** What {@link S3Server} loads apart: the server, told of in classes of Java's own alone. */
public final class S3Objects implements Supplier<Map.Entry<Integer, List<String>>>, AutoCloseable {
    private final BlobStoreContext context;
    private final S3Proxy server;

    public S3Objects() {
        context = ContextBuilder.newBuilder(new TransientApiMetadata())
                .credentials(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)
                .build(BlobStoreContext.class);
        objects().createContainerInLocation(null, S3Server.BUCKET);
        server = S3Proxy.builder()
                .blobStore(objects())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, S3Server.ACCESS_KEY, S3Server.SECRET_KEY)
                .build();
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("The server of objects does not start", e);
        }
    }

    /** @return its port, and what lies in the bucket */
    @Override
    public Map.Entry<Integer, List<String>> get() {
        List<String> names = StreamSupport.stream(
                        objects()
                                .list(S3Server.BUCKET, ListContainerOptions.Builder.recursive())
                                .spliterator(),
                        false)
                .map(object -> object.getName())
                .sorted()
                .toList();
        return Map.entry(server.getPort(), names);
    }

    private BlobStore objects() {
        return context.getBlobStore();
    }

    @Override
    public void close() throws Exception {
        server.stop();
        context.close();
    }
}
