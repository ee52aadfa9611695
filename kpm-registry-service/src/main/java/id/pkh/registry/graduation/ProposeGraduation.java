package id.pkh.registry.graduation;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.enrolment.KpmRecords;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.graduation.GraduationRequests.Proposal;
import id.pkh.registry.graduation.Graduations.GraduationRow;
import id.pkh.registry.graduation.domain.GraduationPolicy;
import id.pkh.registry.graduation.domain.GraduationRule;
import id.pkh.registry.graduation.domain.GraduationState;
import id.pkh.registry.intake.UniqueViolations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The field proposes that a family graduates. Nothing changes for the family by it. */
@ApplicationScoped
class ProposeGraduation {

    private final KpmRecords records;
    private final ReadyFamilies families;
    private final VisitEvidence evidence;
    private final GraduationPolicies policies;
    private final Graduations graduations;
    private final Caller caller;
    private final Clock clock;

    ProposeGraduation(
            KpmRecords records,
            ReadyFamilies families,
            VisitEvidence evidence,
            GraduationPolicies policies,
            Graduations graduations,
            Caller caller,
            Clock clock) {
        this.records = records;
        this.families = families;
        this.evidence = evidence;
        this.policies = policies;
        this.graduations = graduations;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    UUID handle(Proposal proposal) {
        Family family = records.lockForChange(proposal.kpmId());
        Instant now = clock.instant();
        LocalDate today = BusinessDates.on(now);
        GraduationPolicy policy = policies.on(today);
        GraduationRule.faultOf(
                        new GraduationRule.Statement(
                                proposal.type(),
                                proposal.reason(),
                                proposal.yearJoined(),
                                proposal.effectiveOn()),
                        evidence.of(proposal.visitId(), family.id()),
                        families.of(family.id())
                                .orElseThrow(() -> Refused.because("GRADUATION_NO_MEMBER"))
                                .facts(),
                        policy,
                        today)
                .ifPresent(
                        fault -> {
                            throw Refused.because(fault);
                        });
        GraduationRow row = row(proposal, family, policy.policyCode(), now);
        UniqueViolations.refuseOn(() -> graduations.insert(row));
        return row.graduationId();
    }

    private GraduationRow row(Proposal proposal, Family family, String policyCode, Instant now) {
        return new GraduationRow(
                UuidCreator.getTimeOrderedEpoch(),
                family.id(),
                family.details().villageCode(),
                proposal.type(),
                proposal.reason(),
                proposal.welfareCategory(),
                proposal.ppse(),
                proposal.yearJoined(),
                proposal.householdSize(),
                proposal.visitId(),
                proposal.effectiveOn(),
                policyCode,
                GraduationState.PROPOSED,
                1,
                null,
                caller.subject(),
                now,
                null,
                null,
                null);
    }
}
