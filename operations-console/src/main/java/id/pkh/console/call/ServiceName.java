package id.pkh.console.call;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The services the console watches, in the order of their ports. */
public enum ServiceName {
    REGISTRY,
    MEETING,
    VERIFICATION,
    DISBURSEMENT;

    /** The name in addresses and in the names of consumer groups. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ServiceName> of(String text) {
        return Arrays.stream(values()).filter(s -> s.text().equals(text)).findFirst();
    }

    @Override
    public String toString() {
        return text();
    }
}
