package id.pkh.registry.graduation;

import id.pkh.contracts.Measures;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.client.ExitProposals;
import id.pkh.registry.client.ExitProposals.Exit;
import id.pkh.registry.graduation.Graduations.GraduationRow;
import id.pkh.registry.graduation.Graduations.Next;
import id.pkh.registry.graduation.domain.GraduationCodes.Rejection;
import id.pkh.registry.graduation.domain.GraduationRule;
import id.pkh.registry.graduation.domain.GraduationState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * Another person reviews a proposal. What is accepted becomes a proposal in the verification
 * service, in the name of the reviewer; only there it is decided.
 */
@ApplicationScoped
class ReviewGraduation {

    private final Graduations graduations;
    private final VisitEvidence evidence;
    private final ExitProposals exits;
    private final Caller caller;
    private final Clock clock;

    ReviewGraduation(
            Graduations graduations,
            VisitEvidence evidence,
            ExitProposals exits,
            Caller caller,
            Clock clock) {
        this.graduations = graduations;
        this.evidence = evidence;
        this.exits = exits;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The row stays locked while the other service answers, so nobody withdraws a proposal that is
     * just forwarded. If this transaction fails after the answer, the next attempt finds the exit
     * proposal by its evidence.
     */
    @Transactional
    void accept(UUID id, int version) {
        GraduationRow row = toReview(id, version, GraduationState.FORWARDED);
        if (!evidence.of(row.visitId(), row.kpmId()).isForGraduation()) {
            throw Refused.because(GraduationRule.VISIT_NOT_USABLE);
        }
        UUID exit = exits.propose(exit(row), "GRADUATION_NOT_TAKEN");
        become(row, new Next(GraduationState.FORWARDED, null, caller.subject(), exit, null));
    }

    @Transactional
    void reject(UUID id, int version, Rejection why) {
        GraduationRow row = toReview(id, version, GraduationState.REJECTED);
        become(row, new Next(GraduationState.REJECTED, why, caller.subject(), null, null));
    }

    /** By the field, as long as nobody has reviewed it. */
    @Transactional
    void withdraw(UUID id, int version) {
        GraduationRow row = read(id, version);
        if (row.state() != GraduationState.PROPOSED) {
            throw notOpen(row);
        }
        become(row, Next.of(row, GraduationState.WITHDRAWN));
    }

    private static Exit exit(GraduationRow row) {
        return new Exit(
                row.kpmId(),
                Measures.GRADUATE,
                row.reason().name(),
                "graduation " + row.graduationId() + ", home visit " + row.visitId(),
                row.effectiveOn());
    }

    private void become(GraduationRow row, Next next) {
        graduations.become(row, next, caller.subject(), clock.instant());
    }

    private GraduationRow toReview(UUID id, int version, GraduationState next) {
        GraduationRow row = read(id, version);
        if (!row.state().canBecome(next)) {
            throw notOpen(row);
        }
        if (row.proposedBy().equals(caller.subject())) {
            throw Refused.because("GRADUATION_SAME_PERSON");
        }
        return row;
    }

    private GraduationRow read(UUID id, int version) {
        GraduationRow row =
                graduations
                        .lock("g.graduation_id", id)
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        caller.areas().require(row.villageCode());
        if (row.version() != version) {
            throw Refused.because("GRADUATION_VERSION_DIFFERS").with("version", row.version());
        }
        return row;
    }

    private static Refused notOpen(GraduationRow row) {
        return Refused.because("GRADUATION_NOT_OPEN").with("state", row.state().name());
    }
}
