package id.pkh.registry.dci.domain;

import java.util.Optional;
import java.util.stream.Stream;

/** The two registries of the standard that this service is. */
public enum DciRegistry {
    SOCIAL("social", "ns:org:RegistryType:Social", "dci.social"),
    IBR("ibr", "ns:org:RegistryType:IBR", "dci.ibr");

    private final String segment;
    private final String type;
    private final String scope;

    DciRegistry(String segment, String type, String scope) {
        this.segment = segment;
        this.type = type;
        this.scope = scope;
    }

    /** Its name in the address. */
    public String segment() {
        return segment;
    }

    public String type() {
        return type;
    }

    /** What the token of a system needs to use it. */
    public String scope() {
        return scope;
    }

    /** Whether a registry type, written with or without its name space, means this registry. */
    public boolean isMeantBy(String registryType) {
        return LocalName.of(registryType).equalsIgnoreCase(LocalName.of(type));
    }

    public static Optional<DciRegistry> ofSegment(String segment) {
        return Stream.of(values()).filter(each -> each.segment.equals(segment)).findFirst();
    }
}
