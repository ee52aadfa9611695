package id.pkh.platform.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was asked cannot be done, for a reason with a stable code. Knows no HTTP: {@link
 * RefusalStatuses} gives the status and the texts are in the bundles that {@link RefusalTexts}
 * reads. Details are shown to the caller, so they must hold no NIK, name or account number.
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

    /** Adds a detail: it goes into the answer and fills {@code {name}} in the text. */
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
