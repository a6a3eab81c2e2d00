package io.siyu.platform.edge.body;

import io.siyu.platform.edge.Refusals;
import io.siyu.platform.problem.ErrorCode;
import org.eclipse.microprofile.config.Config;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an operation takes.
 *
 * @param largestBody in bytes
 * @param isForStrangers whether it asks for no login
 * @param takesForm whether its body is a form with a file, which goes to the disk as it arrives
 * @param fields the names of all of the form's parts
 * @param files the names of the form's parts that are files, whatever their sender calls them
 */
record Operation(long largestBody, boolean isForStrangers, boolean takesForm, Set<String> fields, Set<String> files) {
    /** What the other fields of a form and the lines around them may take, in bytes. */
    static final long AROUND_FILE = 65_536;

    /** @param largestBody of operations that say nothing else, in bytes */
    static Operation of(Method method, long largestBody, Config settings) {
        boolean form = isForm(method);
        LargestBody own = method.getAnnotation(LargestBody.class);
        long largest = own == null ? largestBody : settings.getValue(own.value(), Long.class);
        return new Operation(
                form ? largest + AROUND_FILE : largest,
                method.isAnnotationPresent(PermitAll.class),
                form,
                form ? fieldsOf(method, parameter -> parameter.isAnnotationPresent(RestForm.class)) : Set.of(),
                form ? fieldsOf(method, parameter -> parameter.getType() == FileUpload.class) : Set.of());
    }

    /** The same, with bodies of no more than so many bytes. */
    Operation atMost(long bytes) {
        return new Operation(Math.min(largestBody, bytes), isForStrangers, takesForm, fields, files);
    }

    /** @throws io.siyu.platform.problem.ProblemException 413 for a body that says that it is larger */
    void check(long announced) {
        if (announced > largestBody) {
            throw Refusals.tooLarge(largestBody);
        }
    }

    /**
     * The framework would take the first part of a name and pass over the others, and over names that nobody asks for.
     *
     * @throws io.siyu.platform.problem.ProblemException 400 for a part that the operation does not know, and for a second one
     */
    void check(FormData form) {
        for (String name : form) {
            if (!fields.contains(name)) {
                throw ErrorCode.VALIDATION_FAILED.problem(
                        name, "UnknownField", "One of " + new TreeSet<>(fields) + ".");
            }
            if (form.get(name).size() > 1) {
                throw ErrorCode.VALIDATION_FAILED.problem(name, "Repeated", "Give it once.");
            }
        }
    }

    private static boolean isForm(Method method) {
        Consumes consumes = method.getAnnotation(Consumes.class);
        return consumes != null && Arrays.asList(consumes.value()).contains(MediaType.MULTIPART_FORM_DATA);
    }

    private static Set<String> fieldsOf(Method method, Predicate<Parameter> which) {
        return Arrays.stream(method.getParameters())
                .filter(which)
                .map(Operation::nameOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String nameOf(Parameter parameter) {
        RestForm form = parameter.getAnnotation(RestForm.class);
        return form == null || form.value().isEmpty() ? parameter.getName() : form.value();
    }
}
