package id.pkh.verification.membership.domain;

import java.util.Set;

/** What a person can propose for a family: that it leaves the programme, or comes back. */
public enum ProposalKind {
    TERMINATE(Statuses.MEMBERS),
    GRADUATE(Statuses.MEMBERS),
    MOVE(Statuses.MEMBERS),
    DECEASE(Statuses.MEMBERS),
    INELIGIBLE(Set.of("VALIDATED")),
    REINSTATE(Set.of("TERMINATED", "GRADUATED", "MOVED", "DECEASED", "INELIGIBLE"));

    /** Statuses of the registry. */
    private static final class Statuses {
        private static final Set<String> MEMBERS = Set.of("ACTIVE", "SUSPENDED");
    }

    private final Set<String> statuses;

    ProposalKind(Set<String> statuses) {
        this.statuses = statuses;
    }

    /** Whether a family with this status can be proposed for it. */
    public boolean fits(String status) {
        return statuses.contains(status);
    }
}
