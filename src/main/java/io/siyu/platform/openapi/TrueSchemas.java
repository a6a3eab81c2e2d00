package io.siyu.platform.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Mends what the generator guesses wrongly: an answer's fields are always there, those that Java lets be null may be
 * null, what is no JSON is text or bytes, and money is taken as a decimal string.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class TrueSchemas implements OASFilter {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String OURS = "io.siyu.";
    private static final String EVENTS = "text/event-stream";
    private static final Set<String> NEVER_NULL = Set.of("id", "shopId");
    private static final Set<String> OF_PROBLEMS = Set.of("Problem", "Violation");
    private static final List<String> OPAQUE = List.of(SCHEMAS + "Download", SCHEMAS + "OutboundSseEvent");

    private static final DotName ANYTHING = DotName.createSimple(JsonNode.class);
    private static final DotName OPTIONAL = DotName.createSimple(Optional.class);

    private final IndexView index;
    private final Map<String, List<ClassInfo>> records = new HashMap<>();

    public TrueSchemas(IndexView index) {
        this.index = index;
        index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && type.name().toString().startsWith(OURS))
                // Of two with the same name and fields it is the public one that goes over the wire.
                .sorted(Comparator.comparing((ClassInfo type) -> !Modifier.isPublic(type.flags()))
                        .thenComparing(ClassInfo::name))
                .forEach(type -> records.computeIfAbsent(nameOf(type), name -> new ArrayList<>())
                        .add(type));
    }

    private static String nameOf(ClassInfo type) {
        AnnotationInstance named =
                type.declaredAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        return named == null || named.value("name") == null
                ? type.simpleName()
                : named.value("name").asString();
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = new HashMap<>(document.getComponents().getSchemas());
        operations(document).flatMap(TrueSchemas::answers).forEach(TrueSchemas::mendText);
        Set<String> asked = new LinkedHashSet<>();
        Set<String> answered = new LinkedHashSet<>();
        operations(document).flatMap(TrueSchemas::bodies).forEach(schema -> reach(schema, schemas, asked));
        operations(document).flatMap(TrueSchemas::answers).forEach(content -> content.getMediaTypes()
                .values()
                .forEach(type -> reach(type.getSchema(), schemas, answered)));
        answered.forEach(name -> mendAnswer(name, schemas.get(name), asked.contains(name)));
        asked.forEach(name -> mendMoney(schemas.get(name)));
        asked.forEach(name -> mendPatch(name, schemas.get(name)));
        keepOnly(document, schemas, asked, answered);
    }

    /** Of a file's path or a stream the generator makes objects; what goes over the wire is text or bytes. */
    private static void mendText(Content content) {
        content.getMediaTypes().forEach((name, type) -> {
            if (name.startsWith("text/") && !name.equals(EVENTS)) {
                type.setSchema(OASFactory.createSchema().addType(SchemaType.STRING));
            } else if (name.startsWith("application/octet-stream")) {
                type.setSchema(
                        OASFactory.createSchema().addType(SchemaType.STRING).format("binary"));
            } else if (isOpaque(type.getSchema())) {
                type.setSchema(OASFactory.createSchema());
            }
        });
    }

    private static boolean isOpaque(Schema schema) {
        return schema != null
                && (schema.getRef() != null && OPAQUE.contains(schema.getRef()) || isOpaque(schema.getItems()));
    }

    private void mendAnswer(String name, Schema schema, boolean isAskedToo) {
        if (schema.getProperties() == null || OF_PROBLEMS.contains(name)) {
            return;
        }
        componentsOf(name, schema.getProperties().keySet()).forEach((field, component) -> {
            boolean isLeftOut = leavesNullsOut(component);
            if (component.type().name().equals(ANYTHING)) {
                schema.addProperty(field, OASFactory.createSchema().description("any JSON"));
                return;
            }
            if (!isAskedToo && !isLeftOut && !isRequired(schema, field)) {
                schema.addRequired(field);
            }
            if (mayBeNull(component) && !isLeftOut) {
                schema.addProperty(field, nullable(schema.getProperties().get(field)));
            }
        });
    }

    private static boolean isRequired(Schema schema, String property) {
        return schema.getRequired() != null && schema.getRequired().contains(property);
    }

    private static Schema nullable(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(OASFactory.createSchema().ref(schema.getRef()))
                    .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        }
        if (schema.getType() != null && !schema.getType().contains(SchemaType.NULL)) {
            schema.addType(SchemaType.NULL);
        }
        return schema;
    }

    private static boolean mayBeNull(RecordComponentInfo component) {
        return component.type().kind() != Type.Kind.PRIMITIVE
                && !NEVER_NULL.contains(component.name())
                && Stream.of(Collection.class, List.class, Set.class, Map.class)
                        .noneMatch(many -> component.type().name().toString().equals(many.getName()));
    }

    private static boolean leavesNullsOut(RecordComponentInfo component) {
        ClassInfo type = component.declaringClass();
        AnnotationInstance own = annotation(component, JsonInclude.class);
        AnnotationInstance include = own == null ? type.declaredAnnotation(JsonInclude.class) : own;
        return include != null
                && include.value() != null
                && !include.value().asEnum().equals("ALWAYS");
    }

    /** Which is put on the component in the source, and lies on its field in the class. */
    private static AnnotationInstance annotation(
            RecordComponentInfo component, Class<? extends Annotation> annotation) {
        AnnotationInstance own = component.annotation(annotation);
        return own == null ? component.declaringClass().field(component.name()).annotation(annotation) : own;
    }

    /** Records of one simple name are numbered by the generator: which is meant shows in its fields. */
    private Map<String, RecordComponentInfo> componentsOf(String name, Set<String> fields) {
        String unnumbered = name.replaceAll("\\d+$", "");
        return Stream.of(name, unnumbered, unnumbered.startsWith("Page") ? "Page" : unnumbered)
                .distinct()
                .flatMap(candidate -> records.getOrDefault(candidate, List.of()).stream())
                .map(this::componentsOf)
                .filter(components -> fields.containsAll(components.keySet()))
                .max(Comparator.comparingInt(Map::size))
                .orElse(Map.of());
    }

    private Map<String, RecordComponentInfo> componentsOf(ClassInfo type) {
        Map<String, RecordComponentInfo> components = new LinkedHashMap<>();
        for (RecordComponentInfo component : type.recordComponents()) {
            if (annotation(component, JsonUnwrapped.class) == null) {
                components.put(component.name(), component);
            } else {
                components.putAll(
                        componentsOf(index.getClassByName(component.type().name())));
            }
        }
        return components;
    }

    /** A decimal is taken as a number or, as it is answered, as a string; floating point has a format. */
    private static void mendMoney(Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().stream()
                    .filter(property -> property.getFormat() == null
                            && List.of(SchemaType.NUMBER).equals(property.getType()))
                    .forEach(property -> property.addType(SchemaType.STRING));
        }
    }

    /** What null takes away is optional in its record: see {@link io.siyu.platform.json.Patch}. */
    private void mendPatch(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return;
        }
        componentsOf(name, schema.getProperties().keySet()).forEach((field, component) -> {
            if (component.type().name().equals(OPTIONAL)) {
                schema.addProperty(field, nullable(schema.getProperties().get(field)));
            }
        });
    }

    private static void keepOnly(
            OpenAPI document, Map<String, Schema> schemas, Set<String> asked, Set<String> answered) {
        Set<String> used = new LinkedHashSet<>(asked);
        used.addAll(answered);
        operations(document)
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .forEach(parameter -> reach(parameter.getSchema(), schemas, used));
        schemas.keySet().stream()
                .filter(name -> !used.contains(name) && !name.equals("Problem") && !name.equals("Violation"))
                .forEach(document.getComponents()::removeSchema);
    }

    private static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream());
    }

    private static Stream<Content> answers(Operation operation) {
        return operation.getResponses().getAPIResponses().values().stream()
                .filter(answer -> answer.getContent() != null)
                .map(answer -> answer.getContent());
    }

    private static Stream<Schema> bodies(Operation operation) {
        return operation.getRequestBody() == null
                ? Stream.of()
                : operation.getRequestBody().getContent().getMediaTypes().values().stream()
                        .map(MediaType::getSchema);
    }

    private static void reach(Schema schema, Map<String, Schema> schemas, Set<String> reached) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null && schema.getRef().startsWith(SCHEMAS)) {
            String name = schema.getRef().substring(SCHEMAS.length());
            if (reached.add(name)) {
                reach(schemas.get(name), schemas, reached);
            }
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> reach(property, schemas, reached));
        }
        reach(schema.getItems(), schemas, reached);
        reach(schema.getAdditionalPropertiesSchema(), schemas, reached);
        for (List<Schema> parts : Arrays.asList(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())) {
            if (parts != null) {
                parts.forEach(part -> reach(part, schemas, reached));
            }
        }
    }
}
