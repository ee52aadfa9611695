package id.pkh.platform.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that cannot be fulfilled, for a reason with a stable code. It is independent of HTTP:
 * {@link RefusalStatuses} maps the code to a status, and {@link RefusalTexts} reads the texts from
 * bundles. Details are shown to the caller, so they must not contain a NIK, name or account number.
 */
public class Refused extends RuntimeException {

    private final String code;
    private final Map<String, Object> details = new LinkedHashMap<>();

    private Refused(String code, Throwable cause) {
        super(code, cause);
        this.code = code;
    }

    public static Refused because(String code) {
        return new Refused(code, null);
    }

    public static Refused because(String code, Throwable cause) {
        return new Refused(code, cause);
    }

    /** Adds a detail: it is part of the response and fills {@code {name}} in the text. */
    public Refused with(String name, Object value) {
        details.put(name, value);
        return this;
    }

    public String code() {
        return code;
    }

    public Map<String, Object> details() {
        return Collections.unmodifiableMap(details);
    }

    @Override
    public String getMessage() {
        return details.isEmpty() ? code : code + " " + details;
    }
}
