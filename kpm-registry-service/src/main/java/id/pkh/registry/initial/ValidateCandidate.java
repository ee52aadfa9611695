package id.pkh.registry.initial;

import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.dataupdate.FollowsAcceptance;
import id.pkh.registry.enrolment.AdvanceCandidate;
import id.pkh.registry.enrolment.KpmRecords;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.initial.domain.NextStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A candidate is validated with the comparison that settles the last item, or with the acceptance
 * of the data update that does.
 */
@ApplicationScoped
class ValidateCandidate implements FollowsAcceptance {

    private final Candidates candidates;
    private final KpmRecords records;
    private final AdvanceCandidate advance;
    private final Clock clock;

    ValidateCandidate(
            Candidates candidates, KpmRecords records, AdvanceCandidate advance, Clock clock) {
        this.candidates = candidates;
        this.records = records;
        this.advance = advance;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void accepted(UUID updateId, UUID kpmId) {
        if (candidates.isNamedBy(updateId)) {
            whenSettled(records.lock(kpmId), BusinessDates.today(clock));
        }
    }

    /**
     * @param family locked by this transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void whenSettled(Family family, LocalDate on) {
        candidates
                .find(family.id())
                .map(row -> row.next(candidates.compared(family.id())))
                .filter(NextStep.VALIDATE::equals)
                .ifPresent(
                        settled ->
                                advance.handle(
                                        family,
                                        KpmStatus.VALIDATED,
                                        on,
                                        family.status() == KpmStatus.VISITED
                                                ? "VALIDATED_AT_HOME"
                                                : "VALIDATED_AT_MEETING"));
    }
}
