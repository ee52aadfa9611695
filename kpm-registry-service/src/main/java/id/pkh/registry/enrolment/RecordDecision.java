package id.pkh.registry.enrolment;

import id.pkh.registry.family.Families;
import id.pkh.registry.family.Provenance;
import id.pkh.registry.family.domain.Family;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Records a fact of the verification service about a decision, and derives the family's status from
 * all recorded facts. A fact that arrives twice, or before another that it follows, therefore makes
 * no difference.
 */
@ApplicationScoped
public class RecordDecision {

    private static final String BY_VERIFICATION = "verification";

    private final Families families;
    private final MembershipRecords records;
    private final Clock clock;

    RecordDecision(Families families, MembershipRecords records, Clock clock) {
        this.families = families;
        this.records = records;
        this.clock = clock;
    }

    /** Returns whether the family is on record. If it is not, nothing is recorded. */
    @Transactional
    public boolean handle(MembershipFact fact) {
        Optional<Family> family = families.lock(fact.kpmId());
        family.ifPresent(
                known -> {
                    records.record(fact, clock.instant());
                    families.save(
                            List.of(known.following(records.of(known), fact.on())),
                            provenance(fact));
                });
        return family.isPresent();
    }

    private Provenance provenance(MembershipFact fact) {
        String by = fact.by() == null ? records.deciderOf(fact.decisionId()) : fact.by();
        return new Provenance(
                by == null ? BY_VERIFICATION : by,
                fact.reason(),
                fact.decisionId(),
                clock.instant());
    }
}
