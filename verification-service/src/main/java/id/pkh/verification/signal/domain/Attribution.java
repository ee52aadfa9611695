package id.pkh.verification.signal.domain;

import java.util.Arrays;

/** Whose failure a signal is. The order is the one that decides when a period has two of them. */
public enum Attribution {
    FAMILY,
    FACILITATOR,
    SERVICE_POINT,
    NOBODY;

    /** What another service calls it; a word that this service does not know accuses no one. */
    public static Attribution of(String text) {
        return Arrays.stream(values())
                .filter(attribution -> attribution.name().equals(text))
                .findFirst()
                .orElse(NOBODY);
    }
}
