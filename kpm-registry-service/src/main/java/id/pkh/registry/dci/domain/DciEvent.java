package id.pkh.registry.dci.domain;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a system can subscribe to, and which event of this registry that is. The table is in
 * docs/dci.md.
 */
public enum DciEvent {
    REGISTER(DciRegistry.SOCIAL, "REGISTER", "id.pkh.registry.kpm-registered.v1"),
    STATUS_CHANGE(
            DciRegistry.IBR, "enrollement_status_change", "id.pkh.registry.kpm-status-changed.v1");

    private final DciRegistry registry;
    private final String type;
    private final String eventType;

    DciEvent(DciRegistry registry, String type, String eventType) {
        this.registry = registry;
        this.type = type;
        this.eventType = eventType;
    }

    public DciRegistry registry() {
        return registry;
    }

    /** As the standard writes it. */
    public String type() {
        return type;
    }

    /** The event of the feed. */
    public String eventType() {
        return eventType;
    }

    public static Optional<DciEvent> of(DciRegistry registry, String type) {
        return Stream.of(values())
                .filter(event -> event.registry == registry)
                .filter(event -> event.type.equals(LocalName.of(type)))
                .findFirst();
    }
}
