package id.pkh.registry.dci.domain;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a sender wants to see of what is found. */
public enum RecordKind {
    GROUP(DciRegistry.SOCIAL, "Group", "SRGroup"),
    MEMBER(DciRegistry.SOCIAL, "Member", "SRMember"),
    PERSON(DciRegistry.SOCIAL, "SRPerson", "Person"),
    BENEFICIARY(DciRegistry.IBR, "Beneficiary", "Member");

    private final DciRegistry registry;
    private final String name;
    private final Set<String> names;

    RecordKind(DciRegistry registry, String name, String otherName) {
        this.registry = registry;
        this.name = name;
        this.names = Set.of(name, otherName);
    }

    /** As it is written in an answer. */
    public String type() {
        return name;
    }

    /** The kind that a name means, with or without its name space. */
    public static Optional<RecordKind> of(DciRegistry registry, String name) {
        return Stream.of(values())
                .filter(kind -> kind.registry == registry)
                .filter(kind -> kind.names.contains(LocalName.of(name)))
                .findFirst();
    }
}
