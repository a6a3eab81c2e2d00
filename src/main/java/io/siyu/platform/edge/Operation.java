package io.siyu.platform.edge;

import org.eclipse.microprofile.config.Config;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an operation takes.
 *
 * @param largestBody in bytes
 * @param isForStrangers whether it asks for no login
 * @param takesForm whether its body is a form with a file, which goes to the disk as it arrives
 * @param files the names of the form's parts that are files, whatever their sender calls them
 */
record Operation(long largestBody, boolean isForStrangers, boolean takesForm, Set<String> files) {
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
                form ? filesOf(method) : Set.of());
    }

    /** The same, with bodies of no more than so many bytes. */
    Operation atMost(long bytes) {
        return new Operation(Math.min(largestBody, bytes), isForStrangers, takesForm, files);
    }

    /** @throws io.siyu.platform.problem.ProblemException 413 for a body that says that it is larger */
    void check(long announced) {
        if (announced > largestBody) {
            throw Refusals.tooLarge(largestBody);
        }
    }

    private static boolean isForm(Method method) {
        Consumes consumes = method.getAnnotation(Consumes.class);
        return consumes != null && Arrays.asList(consumes.value()).contains(MediaType.MULTIPART_FORM_DATA);
    }

    private static Set<String> filesOf(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getType() == FileUpload.class)
                .map(Operation::nameOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String nameOf(Parameter parameter) {
        RestForm form = parameter.getAnnotation(RestForm.class);
        return form == null || form.value().isEmpty() ? parameter.getName() : form.value();
    }
}
