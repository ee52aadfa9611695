package id.pkh.console.call;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A query string; absent parameters are left out. */
public final class Query {

    private final Map<String, String> parameters = new LinkedHashMap<>();

    public Query with(String name, Object value) {
        if (value != null && !value.toString().isBlank()) {
            parameters.put(name, value.toString());
        }
        return this;
    }

    public String on(String path) {
        return parameters.isEmpty() ? path : path + "?" + this;
    }

    @Override
    public String toString() {
        return parameters.entrySet().stream()
                .map(
                        p ->
                                p.getKey()
                                        + "="
                                        + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
