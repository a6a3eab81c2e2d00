package io.siyu.platform.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.resteasy.reactive.ResponseStatus;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import java.lang.annotation.Annotation;
import java.util.Map;

/** Tells the status that {@code @ResponseStatus} sets, which the contract's generator does not know of. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DeclaredStatuses implements OASFilter {
    private static final Map<Class<? extends Annotation>, PathItem.HttpMethod> METHODS = Map.of(
            GET.class, PathItem.HttpMethod.GET,
            PUT.class, PathItem.HttpMethod.PUT,
            POST.class, PathItem.HttpMethod.POST,
            PATCH.class, PathItem.HttpMethod.PATCH,
            DELETE.class, PathItem.HttpMethod.DELETE);
    private static final String OK = "200";

    private final IndexView index;

    public DeclaredStatuses(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        for (AnnotationInstance status : index.getAnnotations(ResponseStatus.class)) {
            if (status.target().kind() == AnnotationTarget.Kind.METHOD) {
                Operation operation = operationOf(document, status.target().asMethod());
                if (operation != null) {
                    rename(operation, String.valueOf(status.value().asInt()));
                }
            }
        }
    }

    private static void rename(Operation operation, String status) {
        APIResponse answer = operation.getResponses().getAPIResponse(OK);
        if (answer != null && !status.equals(OK)) {
            operation.getResponses().removeAPIResponse(OK);
            operation
                    .getResponses()
                    .addAPIResponse(status, answer.description(status.equals("201") ? "Created" : "Done"));
        }
    }

    private static Operation operationOf(OpenAPI document, MethodInfo method) {
        PathItem item = document.getPaths().getPathItem(pathOf(method));
        if (item == null) {
            return null;
        }
        return METHODS.entrySet().stream()
                .filter(known -> method.hasAnnotation(known.getKey()))
                .findFirst()
                .map(known -> item.getOperations().get(known.getValue()))
                .orElse(null);
    }

    private static String pathOf(MethodInfo method) {
        String root = ConfigProvider.getConfig()
                .getOptionalValue("quarkus.rest.path", String.class)
                .orElse("/");
        return ("/"
                        + root
                        + "/"
                        + text(method.declaringClass().declaredAnnotation(Path.class))
                        + "/"
                        + text(method.annotation(Path.class)))
                .replaceAll("/+", "/")
                .replaceAll("(.)/$", "$1");
    }

    private static String text(AnnotationInstance path) {
        return path == null ? "" : path.value().asString();
    }
}
