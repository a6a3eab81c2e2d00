package io.siyu.contract;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.siyu.contract.FuzzOperation.Parameter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The contract as the fuzzer needs it: what can be asked, and whether an answer fits. */
final class FuzzContract {
    /** Changes come after reads, and what takes things away last. */
    private static final List<String> ORDER = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** Of the embedded profile only, and its clock is everybody's. */
    private static final String DEV = "/api/v1/dev/";

    private final Contract contract;
    private final OpenApiInteractionValidator validator;

    private FuzzContract(Contract contract) {
        this.contract = contract;
        JsonNode older = contract.document().deepCopy();
        ((ObjectNode) older).put("openapi", "3.0.3");
        asOfVersion30(older);
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(older.toString())
                .build();
    }

    static FuzzContract served() {
        return new FuzzContract(Contract.served());
    }

    List<FuzzOperation> operations() {
        List<FuzzOperation> operations = new ArrayList<>();
        for (Contract.Operation known : contract.operations()) {
            if (known.path().startsWith(FuzzOperation.PREFIX + "/")
                    && !known.path().startsWith(DEV)) {
                operations.add(operation(known));
            }
        }
        operations.sort(Comparator.comparing((FuzzOperation operation) -> ORDER.indexOf(operation.method()))
                .thenComparing(FuzzOperation::path));
        return operations;
    }

    private FuzzOperation operation(Contract.Operation known) {
        JsonNode item = contract.document().path("paths").path(known.path());
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode shared : List.of(item, item.path(known.method()))) {
            for (JsonNode parameter : shared.path("parameters")) {
                parameters.add(new Parameter(
                        parameter.path("in").asText(),
                        parameter.path("name").asText(),
                        contract.resolve(parameter.path("schema"))));
            }
        }
        return new FuzzOperation(
                known.method().toUpperCase(), known.path(), known.roles(), parameters, known.body(), known.schema());
    }

    JsonNode resolve(JsonNode schema) {
        return contract.resolve(schema);
    }

    Object sample(JsonNode schema) {
        return contract.sample(schema);
    }

    String samplePath(FuzzOperation operation) {
        String path = operation.path();
        for (Parameter parameter : operation.parameters("path")) {
            path = path.replace("{" + parameter.name() + "}", String.valueOf(sample(parameter.schema())));
        }
        return path;
    }

    /** Where the answer does not fit what the contract says of the operation; empty if it fits. */
    List<String> misfits(FuzzOperation operation, FuzzAnswer answer) {
        if (answer.isEventStream()) {
            return List.of();
        }
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.status());
        if (answer.contentType() != null) {
            response.withContentType(answer.contentType()).withBody(answer.body());
        }
        return validator
                .validateResponse(samplePath(operation), Request.Method.valueOf(operation.method()), response.build())
                .getMessages()
                .stream()
                .map(message -> message.getMessage())
                .toList();
    }

    /** What the validator knows: a type that may be null is told otherwise in 3.0, and there is one type only. */
    private static void asOfVersion30(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(Set.of("examples"));
            if (object.get("type") instanceof ArrayNode types) {
                List<String> names = new ArrayList<>();
                types.forEach(type -> names.add(type.asText()));
                if (names.remove("null")) {
                    object.put("nullable", true);
                }
                if (names.size() == 1) {
                    object.put("type", names.get(0));
                } else {
                    object.remove("type");
                }
            }
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                asOfVersion30(field.getValue());
            }
        } else if (node.isArray()) {
            node.forEach(FuzzContract::asOfVersion30);
        }
    }
}
