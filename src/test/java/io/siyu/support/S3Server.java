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
import java.util.stream.StreamSupport;

/** A server that speaks S3, in this process and in memory, with one bucket and one who may use it. */
public final class S3Server implements AutoCloseable {
    public static final String BUCKET = "siyu";
    public static final String ACCESS_KEY = "the-only-one";
    public static final String SECRET_KEY = "of-the-test-and-nobody-else";

    private final BlobStoreContext context;
    private final S3Proxy server;

    public S3Server() {
        context = ContextBuilder.newBuilder(new TransientApiMetadata())
                .credentials(ACCESS_KEY, SECRET_KEY)
                .build(BlobStoreContext.class);
        objects().createContainerInLocation(null, BUCKET);
        server = S3Proxy.builder()
                .blobStore(objects())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .build();
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("The server of objects does not start", e);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getPort();
    }

    /** What lies in the bucket. */
    public List<String> names() {
        return StreamSupport.stream(
                        objects()
                                .list(BUCKET, ListContainerOptions.Builder.recursive())
                                .spliterator(),
                        false)
                .map(object -> object.getName())
                .sorted()
                .toList();
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
