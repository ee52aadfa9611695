package id.pkh.verification.coverage;

import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.compliance.domain.EvidenceKind;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** By what the members who have to be verified are counted. */
public enum CoverageLevel {
    SCHOOL(EnumSet.of(EvidenceKind.SCHOOL), "\\d{8}"),
    HEALTH_SERVICE(EnumSet.of(EvidenceKind.HEALTH), "[A-Z0-9][A-Z0-9.-]{2,19}"),
    SOCIAL_SERVICE(EnumSet.of(EvidenceKind.SOCIAL), "[A-Z0-9][A-Z0-9.-]{2,19}"),
    VILLAGE(EnumSet.allOf(EvidenceKind.class), "\\d{2}\\.\\d{2}\\.\\d{2}\\.\\d{4}");

    private final Set<EvidenceKind> kinds;
    private final Pattern code;

    CoverageLevel(Set<EvidenceKind> kinds, String code) {
        this.kinds = kinds;
        this.code = Pattern.compile(code);
    }

    /** Whether a school, service or village can have this code. */
    public boolean isCode(String text) {
        return code.matcher(text).matches();
    }

    public boolean isOfServicePoints() {
        return this != VILLAGE;
    }

    /** The form of the service points of this level. */
    EvidenceKind kind() {
        return kinds.iterator().next();
    }

    /**
     * A social service is counted by everybody it may care for, also if a health service owes it.
     */
    Set<String> components(CommitmentPolicy policy) {
        return kinds.stream()
                .flatMap(
                        kind ->
                                kind == EvidenceKind.SOCIAL
                                        ? policy.componentsShownBy(kind).stream()
                                        : policy.componentsOwedBy(kind).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
