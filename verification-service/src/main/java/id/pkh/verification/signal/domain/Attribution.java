package id.pkh.verification.signal.domain;

import java.util.Arrays;

/**
 * Who is responsible for a signal. If a period has two attributions, the order of the constants
 * decides.
 */
public enum Attribution {
    FAMILY,
    FACILITATOR,
    SERVICE_POINT,
    NOBODY;

    /** Converts the code of another service; an unknown code attributes the failure to no one. */
    public static Attribution of(String text) {
        return Arrays.stream(values())
                .filter(attribution -> attribution.name().equals(text))
                .findFirst()
                .orElse(NOBODY);
    }
}
