package io.siyu.content.material.store;

import org.apache.commons.io.input.ProxyInputStream;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of an object: a server that breaks off in the middle of them is away, and no fault of ours. */
final class S3Bytes extends ProxyInputStream {
    S3Bytes(InputStream bytes) {
        super(bytes);
    }

    @Override
    protected void handleIOException(IOException e) {
        throw S3Calls.away(e);
    }
}
