package id.pkh.disbursement.kpm.domain;

import java.util.Objects;
import java.util.Set;

/**
 * A family's life-cycle status, by the registry's code. A code that this service does not know is
 * kept; a family with it is not a member of the programme.
 */
public record KpmStatus(String code) {

    private static final Set<String> MEMBERS = Set.of("ACTIVE", "SUSPENDED");
    private static final String TERMINATED = "TERMINATED";

    public KpmStatus {
        Objects.requireNonNull(code, "code");
    }

    public boolean isMember() {
        return MEMBERS.contains(code);
    }

    public boolean isTerminated() {
        return TERMINATED.equals(code);
    }
}
