package id.pkh.registry.dci.domain;

import id.pkh.registry.family.domain.KpmStatus;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The enrolment status of the standard's code list. A family that was never enrolled, or that left
 * in a way that the list does not know, has none. The table is in docs/dci.md.
 */
public enum EnrolmentCode {
    ACTIVE("1", true),
    DECEASED("2", false),
    GRADUATED("3", false),
    SUSPENDED("4", true);

    private final String code;
    private final boolean enrolled;

    EnrolmentCode(String code, boolean enrolled) {
        this.code = code;
        this.enrolled = enrolled;
    }

    public String code() {
        return code;
    }

    /** Whether the family takes part now; a suspended one does. */
    public boolean isEnrolled() {
        return enrolled;
    }

    /** The status of a family as the code list says it; empty when the list has no word for it. */
    public static Optional<EnrolmentCode> of(KpmStatus status) {
        return Stream.of(values()).filter(code -> code.name().equals(status.name())).findFirst();
    }

    /** The status that a code means. */
    public static Optional<KpmStatus> statusOf(String code) {
        return Stream.of(values())
                .filter(each -> each.code.equals(code))
                .map(each -> KpmStatus.valueOf(each.name()))
                .findFirst();
    }
}
