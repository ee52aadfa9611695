package id.pkh.registry.family.domain;

import static id.pkh.registry.family.domain.KpmStatus.ACTIVE;
import static id.pkh.registry.family.domain.KpmStatus.CANDIDATE;
import static id.pkh.registry.family.domain.KpmStatus.DECEASED;
import static id.pkh.registry.family.domain.KpmStatus.ELIGIBLE;
import static id.pkh.registry.family.domain.KpmStatus.GRADUATED;
import static id.pkh.registry.family.domain.KpmStatus.INELIGIBLE;
import static id.pkh.registry.family.domain.KpmStatus.INVITED;
import static id.pkh.registry.family.domain.KpmStatus.MOVED;
import static id.pkh.registry.family.domain.KpmStatus.SUSPENDED;
import static id.pkh.registry.family.domain.KpmStatus.TERMINATED;
import static id.pkh.registry.family.domain.KpmStatus.VALIDATED;
import static id.pkh.registry.family.domain.KpmStatus.VISITED;

import java.util.Map;
import java.util.Set;

/**
 * The statuses that may follow each status. Any other transition is refused, regardless of who
 * decides it.
 */
public final class StatusTransitions {

    private static final Map<KpmStatus, Set<KpmStatus>> FOLLOWERS =
            Map.of(
                    CANDIDATE, Set.of(INVITED),
                    INVITED, Set.of(VISITED, VALIDATED),
                    VISITED, Set.of(VALIDATED),
                    VALIDATED, Set.of(ELIGIBLE, INELIGIBLE),
                    ELIGIBLE, Set.of(ACTIVE),
                    ACTIVE, Set.of(SUSPENDED, GRADUATED, MOVED, DECEASED, TERMINATED),
                    SUSPENDED, Set.of(ACTIVE, GRADUATED, MOVED, DECEASED, TERMINATED));

    private StatusTransitions() {}

    public static boolean allow(KpmStatus from, KpmStatus to) {
        return from(from).contains(to);
    }

    public static Set<KpmStatus> from(KpmStatus status) {
        return FOLLOWERS.getOrDefault(status, Set.of());
    }
}
