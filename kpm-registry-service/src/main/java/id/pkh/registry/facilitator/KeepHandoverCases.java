package id.pkh.registry.facilitator;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Language;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps what is open in the villages of hand-overs, so that it is known later what the successor
 * began with. It asks other services, so it is never part of a transaction.
 */
@ApplicationScoped
class KeepHandoverCases {

    private final HandoverCaseRows rows;
    private final GatherOpenCases gather;
    private final Caller caller;
    private final Clock clock;

    KeepHandoverCases(HandoverCaseRows rows, GatherOpenCases gather, Caller caller, Clock clock) {
        this.rows = rows;
        this.gather = gather;
        this.caller = caller;
        this.clock = clock;
    }

    /** A service that does not answer keeps no list, and is not asked about the next village. */
    void handle(Collection<HandoverView> handovers) {
        Set<CaseOwner> answering = EnumSet.allOf(CaseOwner.class);
        for (HandoverView handover : handovers) {
            Set<CaseOwner> missing = EnumSet.copyOf(answering);
            missing.removeAll(rows.of(handover.handoverId()).keySet());
            for (CaseOwner owner : missing) {
                Optional<List<OpenCase>> cases =
                        gather.of(owner, handover.villageCode(), Language.INDONESIAN);
                cases.ifPresentOrElse(
                        open ->
                                rows.keep(
                                        handover.handoverId(),
                                        owner,
                                        open,
                                        caller.subject(),
                                        clock.instant()),
                        () -> answering.remove(owner));
            }
        }
    }
}
