package id.pkh.registry.contact.domain;

import java.util.Optional;
import java.util.stream.Stream;

/** How the holder of a number wants to be notified. */
public enum ContactRoute {
    MESSAGE,
    PRINTED;

    public static final String KNOWN = "MESSAGE, PRINTED";

    public static Optional<ContactRoute> of(String code) {
        return Stream.of(values()).filter(route -> route.name().equals(code)).findFirst();
    }
}
