package id.pkh.registry.family.domain;

import static id.pkh.registry.family.domain.KpmStatus.ACTIVE;
import static id.pkh.registry.family.domain.KpmStatus.CANDIDATE;
import static id.pkh.registry.family.domain.KpmStatus.ELIGIBLE;
import static id.pkh.registry.family.domain.KpmStatus.INVITED;
import static id.pkh.registry.family.domain.KpmStatus.VALIDATED;
import static id.pkh.registry.family.domain.KpmStatus.VISITED;

import java.util.Map;
import java.util.Set;

/**
 * The statuses that an officer may set after each status, on the way into the programme. Every
 * status on the way out follows from decisions, see {@link Membership}.
 */
public final class StatusTransitions {

    private static final Map<KpmStatus, Set<KpmStatus>> FOLLOWERS =
            Map.of(
                    CANDIDATE, Set.of(INVITED),
                    INVITED, Set.of(VISITED, VALIDATED),
                    VISITED, Set.of(VALIDATED),
                    VALIDATED, Set.of(ELIGIBLE),
                    ELIGIBLE, Set.of(ACTIVE));

    private StatusTransitions() {}

    /** Whether only decisions of the verification service give and take this status. */
    public static boolean needsDecision(KpmStatus status) {
        return status == KpmStatus.SUSPENDED || status.isFinal();
    }

    public static boolean allow(KpmStatus from, KpmStatus to) {
        return from(from).contains(to);
    }

    public static Set<KpmStatus> from(KpmStatus status) {
        return FOLLOWERS.getOrDefault(status, Set.of());
    }
}
