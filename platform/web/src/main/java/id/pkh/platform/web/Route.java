package id.pkh.platform.web;

import id.pkh.platform.edge.OneLine;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;

/**
 * Names the operation of the current request for the log: the template of its path, and the values
 * in it in one line. The address itself is what a caller wrote, so it could forge a line.
 */
final class Route {

    private static final int MAX_VALUE_CHARS = 64;

    private Route() {}

    static String of(UriInfo uri) {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        RuntimeResource operation = request == null ? null : request.getTarget();
        if (operation == null) {
            return "no operation";
        }
        String template = template(operation);
        Map<String, String> values = new TreeMap<>();
        if (uri != null) {
            uri.getPathParameters().forEach((name, given) -> values.put(name, written(given)));
        }
        String named = "%s %s".formatted(operation.getHttpMethod(), template);
        return values.isEmpty() ? named : named + " " + values;
    }

    private static String template(RuntimeResource operation) {
        String path = operation.getPath() == null ? "" : operation.getPath().template;
        String whole =
                operation.getClassPath() == null ? path : operation.getClassPath().template + path;
        return whole.length() > 1 && whole.endsWith("/")
                ? whole.substring(0, whole.length() - 1)
                : whole;
    }

    private static String written(List<String> given) {
        String value = OneLine.of(String.join(",", given));
        return value.length() <= MAX_VALUE_CHARS
                ? value
                : value.substring(0, MAX_VALUE_CHARS) + "…";
    }
}
