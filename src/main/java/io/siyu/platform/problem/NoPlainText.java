package io.siyu.platform.problem;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;

import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** The framework would make a request of one text of any plain text: a whole JSON document became a resolution's words. */
@Provider
@Consumes(MediaType.TEXT_PLAIN)
public class NoPlainText implements MessageBodyReader<Record> {
    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    /** @throws io.siyu.platform.problem.ProblemException 415 */
    @Override
    public Record readFrom(
            Class<Record> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        throw ErrorCode.UNSUPPORTED_MEDIA.problem("Send JSON, with Content-Type: application/json.");
    }
}
