package id.pkh.disbursement.exceptions;

import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.BankExceptions.Proposal;
import id.pkh.disbursement.exceptions.BankExceptions.Settler;
import id.pkh.disbursement.exceptions.BankExceptions.State;
import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.reason.Reason;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * One person proposes how an exception is settled, and another person confirms exactly this
 * proposal. One of the two is of the ministry.
 */
@ApplicationScoped
public class ResolveException {

    private static final Set<String> FINDINGS = Set.of("PAID", "NOT_PAID");
    private static final Set<String> DISPUTED =
            Set.of(
                    ExceptionClass.CREDIT_NOT_INSTRUCTED.name(),
                    ExceptionClass.STATUS_CONTRADICTS.name(),
                    ExceptionClass.REFUSAL_UNCLEAR.name(),
                    ExceptionClass.CREDIT_AFTER_RETURN.name(),
                    ExceptionClass.RETURN_WITHOUT_CREDIT.name(),
                    ExceptionClass.ACCOUNT_MISMATCH.name(),
                    ExceptionClass.DUPLICATE_CREDIT.name());

    private final BankExceptions exceptions;
    private final FindingEffect findingEffect;
    private final Clock clock;

    ResolveException(BankExceptions exceptions, FindingEffect findingEffect, Clock clock) {
        this.exceptions = exceptions;
        this.findingEffect = findingEffect;
        this.clock = clock;
    }

    /** Records a proposal, or replaces the earlier one. */
    @Transactional
    public BankException propose(
            UUID exceptionId, Reason reason, String finding, String evidence, Settler person) {
        BankException exception = unresolved(exceptionId, person.areas());
        boolean needed = DISPUTED.contains(exception.exceptionClass());
        if (needed ? finding == null || !FINDINGS.contains(finding) : finding != null) {
            throw Refused.because("FINDING_INVALID");
        }
        return exceptions.propose(
                exceptionId,
                new Proposal(reason.text(), finding, evidence(exception, evidence)),
                person,
                clock.instant());
    }

    /** A correction that nobody made needs what proves that nothing had to be changed. */
    private static String evidence(BankException exception, String evidence) {
        if (evidence != null && !evidence.isBlank()) {
            return evidence.strip();
        }
        if (exception.exceptionClass().equals(ExceptionClass.CORRECTION_PENDING.name())) {
            throw Refused.because("EVIDENCE_REQUIRED");
        }
        return null;
    }

    /**
     * Confirms the proposal that the person has read, and no other.
     *
     * @param finding the finding of the proposal, null where it has none
     * @param version the version of the proposal
     */
    @Transactional
    public BankException confirm(
            UUID exceptionId, String finding, Integer version, Settler person) {
        BankException exception = unresolved(exceptionId, person.areas());
        if (exception.state() != State.PROPOSED) {
            throw Refused.because("EXCEPTION_NOT_PROPOSED");
        }
        if (!Objects.equals(version, exception.version())
                || !Objects.equals(finding, exception.finding())) {
            throw Refused.because("EXCEPTION_PROPOSAL_DIFFERS")
                    .with("version", exception.version())
                    .with("finding", exception.finding())
                    .with("reason", exception.reason())
                    .with("proposal", exception.proposal())
                    .with("evidence", exception.evidence())
                    .with("proposed_by", exception.proposedBy());
        }
        if (exception.proposedBy().equals(person.subject())) {
            throw Refused.because("EXCEPTION_SAME_PERSON");
        }
        if (!exception.proposedByMinistry() && !person.ofMinistry()) {
            throw Refused.because("EXCEPTION_NEEDS_MINISTRY");
        }
        BankException settled = exceptions.resolve(exceptionId, person, clock.instant());
        findingEffect.found(settled, clock.instant());
        return settled;
    }

    private BankException unresolved(UUID exceptionId, AreaScope areas) {
        BankException exception =
                exceptions.lock(exceptionId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        if (exception.about().villageCode() != null) {
            areas.require(exception.about().villageCode());
        } else if (!areas.isEverywhere()) {
            throw Refused.because("NOT_FOUND");
        }
        if (exception.state() == State.RESOLVED) {
            throw Refused.because("EXCEPTION_RESOLVED");
        }
        return exception;
    }
}
