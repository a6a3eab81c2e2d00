package io.siyu.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.Problem;
import io.siyu.platform.problem.Violation;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Declares on every operation the refusals that it may answer with, all of them problems of one shape. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemAnswers implements OASFilter {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String RESPONSES = "#/components/responses/";
    private static final String DEFAULT = "Refusal";
    private static final String RETRY_AFTER = "Retry-After";

    /** Their names among the components, in the words of HTTP. */
    private static final Map<Integer, String> NAMES = new TreeMap<>(Map.ofEntries(
            Map.entry(400, "BadRequest"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "NotFound"),
            Map.entry(406, "NotAcceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(412, "PreconditionFailed"),
            Map.entry(413, "ContentTooLarge"),
            Map.entry(415, "UnsupportedMediaType"),
            Map.entry(422, "UnprocessableContent"),
            Map.entry(428, "PreconditionRequired"),
            Map.entry(429, "TooManyRequests"),
            Map.entry(500, "InternalError"),
            Map.entry(503, "ServiceUnavailable"),
            Map.entry(507, "InsufficientStorage")));

    private static final List<Integer> EVERYWHERE = List.of(400, 401, 403, 404, 406, 429, 500, 503);
    private static final List<Integer> OF_CHANGES = List.of(409, 412, 422);
    private static final List<Integer> OF_BODIES = List.of(413, 415);
    private static final List<Integer> MAY_BE_TRIED_AGAIN = List.of(429, 503);
    private static final int VERSION_REQUIRED = 428;
    private static final int FULL = 507;

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        Components components = document.getComponents();
        components.addSchema("Violation", schemaOf(Violation.class));
        components.addSchema("Problem", schemaOf(Problem.class));
        NAMES.forEach((status, name) -> components.addResponse(name, problem(titleOf(status), status)));
        components.addResponse(DEFAULT, problem("Any other refusal", 0));
        document.getPaths().getPathItems().values().forEach(item -> item.getOperations()
                .forEach((method, operation) -> declare(method, operation)));
    }

    private static void declare(PathItem.HttpMethod method, Operation operation) {
        APIResponses answers = operation.getResponses();
        EVERYWHERE.forEach(status -> answer(answers, status));
        if (method != PathItem.HttpMethod.GET) {
            OF_CHANGES.forEach(status -> answer(answers, status));
        }
        if (operation.getRequestBody() != null) {
            OF_BODIES.forEach(status -> answer(answers, status));
            if (operation.getRequestBody().getContent().getMediaTypes().keySet().stream()
                    .anyMatch(type -> type.startsWith("multipart/"))) {
                answer(answers, FULL);
            }
        }
        if (takesVersion(operation)) {
            answer(answers, VERSION_REQUIRED);
        }
        answers.setDefaultValue(OASFactory.createAPIResponse().ref(RESPONSES + DEFAULT));
    }

    private static boolean takesVersion(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getIn() == Parameter.In.HEADER
                                && parameter.getName().equalsIgnoreCase("If-Match"));
    }

    private static void answer(APIResponses answers, int status) {
        answers.addAPIResponse(
                String.valueOf(status), OASFactory.createAPIResponse().ref(RESPONSES + NAMES.get(status)));
    }

    private static APIResponse problem(String description, int status) {
        APIResponse answer = OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(SCHEMAS + "Problem"))));
        if (MAY_BE_TRIED_AGAIN.contains(status)) {
            answer.addHeader(
                    RETRY_AFTER,
                    OASFactory.createHeader()
                            .description("seconds after which to try again")
                            .schema(OASFactory.createSchema().addType(Schema.SchemaType.INTEGER)));
        }
        return answer;
    }

    private static String titleOf(int status) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.status() == status)
                .findFirst()
                .map(ErrorCode::title)
                .orElse(NAMES.get(status));
    }

    private static Schema schemaOf(Class<? extends Record> problem) {
        Schema schema = OASFactory.createSchema().addType(Schema.SchemaType.OBJECT);
        for (RecordComponent field : problem.getRecordComponents()) {
            schema.addProperty(field.getName(), schemaOf(field));
            schema.addRequired(field.getName());
        }
        return schema;
    }

    private static Schema schemaOf(RecordComponent field) {
        Schema schema = OASFactory.createSchema();
        if (List.class.isAssignableFrom(field.getType())) {
            return schema.addType(Schema.SchemaType.ARRAY)
                    .items(OASFactory.createSchema().ref(SCHEMAS + "Violation"));
        }
        if (field.getType() == int.class) {
            return schema.addType(Schema.SchemaType.INTEGER).format("int32");
        }
        if (field.getName().equals("code") && field.getDeclaringRecord() == Problem.class) {
            Arrays.stream(ErrorCode.values()).forEach(code -> schema.addEnumeration(code.name()));
        }
        return schema.addType(Schema.SchemaType.STRING);
    }
}
