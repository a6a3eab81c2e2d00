package io.siyu.platform.idempotency;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import jakarta.ws.rs.Path;

import java.util.List;

/** Tells in the contract which operations take an Idempotency-Key. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class IdempotencyKeyInContract implements OASFilter {
    private static final String DESCRIPTION =
            "Sent again with the same key and body, the request is done once and answered as the first time";

    private final IndexView index;

    public IdempotencyKeyInContract(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        String root = ConfigProvider.getConfig().getValue("quarkus.rest.path", String.class);
        for (AnnotationInstance annotation : index.getAnnotations(Idempotent.class)) {
            if (annotation.target().kind() == AnnotationTarget.Kind.METHOD) {
                MethodInfo method = annotation.target().asMethod();
                String path = root
                        + pathOf(method.declaringClass().declaredAnnotation(Path.class))
                        + pathOf(method.declaredAnnotation(Path.class));
                addTo(contract.getPaths().getPathItem(path));
            }
        }
    }

    /** @param item null for an operation that this contract leaves out */
    private static void addTo(PathItem item) {
        if (item != null && item.getPOST() != null && !isTold(item.getPOST())) {
            Schema text = OASFactory.createSchema()
                    .type(List.of(Schema.SchemaType.STRING))
                    .minLength(1)
                    .maxLength(IdempotencyKeyFilter.LONGEST_KEY);
            item.getPOST()
                    .addParameter(OASFactory.createParameter()
                            .name(IdempotencyKeyFilter.HEADER)
                            .in(Parameter.In.HEADER)
                            .description(DESCRIPTION)
                            .schema(text));
        }
    }

    /** The build runs its filters more than once over the same contract. */
    private static boolean isTold(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> IdempotencyKeyFilter.HEADER.equals(parameter.getName()));
    }

    private static String pathOf(AnnotationInstance path) {
        return path == null || path.value().asString().equals("/")
                ? ""
                : path.value().asString();
    }
}
