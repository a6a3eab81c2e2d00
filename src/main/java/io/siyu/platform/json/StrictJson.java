package io.siyu.platform.json;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

import java.util.List;

/**
 * How the bodies of requests are read: what is not clearly what was asked for is refused, and nothing is made to fit. Stored
 * JSON, and that of others such as the login server, is read as leniently as ever.
 */
@Provider
public class StrictJson implements ContextResolver<ObjectMapper> {
    private static final int DEEPEST = 50;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 1000;

    /** Of the largest body each has six bytes then; millions of empty objects would take many times what they are sent in. */
    private static final long MOST_TOKENS = 1_500_000;

    private final ObjectMapper mapper;

    public StrictJson(ObjectMapper lenient) {
        this.mapper = of(lenient);
    }

    /** A strict mapper that otherwise does as the given one. */
    static ObjectMapper of(ObjectMapper lenient) {
        CleanJsonFactory factory = new CleanJsonFactory(lenient.getFactory());
        factory.configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature(), true);
        factory.setStreamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxNumberLength(LONGEST_NUMBER)
                .maxNameLength(LONGEST_NAME)
                .maxTokenCount(MOST_TOKENS)
                .build());
        ObjectMapper strict = lenient.copyWith(factory);
        strict.enable(
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        strict.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        refuse(strict, LogicalType.Textual, CoercionInputShape.Integer, CoercionInputShape.Float);
        refuse(strict, LogicalType.Textual, CoercionInputShape.Boolean);
        for (LogicalType type : List.of(LogicalType.Integer, LogicalType.Float, LogicalType.Boolean)) {
            refuse(strict, type, CoercionInputShape.String, CoercionInputShape.EmptyString);
        }
        refuse(strict, LogicalType.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean);
        refuse(strict, LogicalType.Float, CoercionInputShape.Boolean);
        refuse(strict, LogicalType.Boolean, CoercionInputShape.Integer, CoercionInputShape.Float);
        refuse(strict, LogicalType.Enum, CoercionInputShape.Integer, CoercionInputShape.EmptyString);
        strict.registerModule(StrictValues.module());
        strict.registerModule(new AbsentIsNull());
        return strict;
    }

    /** Of what a PATCH can take away, null tells what is left out from what is said to be null; see {@link Patch}. */
    private static final class AbsentIsNull extends Jdk8Module {
        AbsentIsNull() {
            configureReadAbsentAsNull(true);
        }
    }

    private static void refuse(ObjectMapper mapper, LogicalType type, CoercionInputShape... shapes) {
        for (CoercionInputShape shape : shapes) {
            mapper.coercionConfigFor(type).setCoercion(shape, CoercionAction.Fail);
        }
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return mapper;
    }
}
