package id.pkh.disbursement.exceptions;

import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.BankExceptions.State;
import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** One person proposes how an exception is settled, and another person confirms it. */
@ApplicationScoped
public class ResolveException {

    private static final Set<String> FINDINGS = Set.of("PAID", "NOT_PAID");
    private static final Set<String> DISPUTED =
            Set.of(
                    ExceptionClass.CREDIT_NOT_INSTRUCTED.name(),
                    ExceptionClass.STATUS_CONTRADICTS.name());

    private final BankExceptions exceptions;
    private final Clock clock;

    ResolveException(BankExceptions exceptions, Clock clock) {
        this.exceptions = exceptions;
        this.clock = clock;
    }

    /** Records a proposal, or replaces the earlier one. */
    @Transactional
    public BankException propose(
            UUID exceptionId, String proposal, String finding, String person, AreaScope areas) {
        BankException exception = unresolved(exceptionId, areas);
        boolean needed = DISPUTED.contains(exception.exceptionClass());
        if (needed ? finding == null || !FINDINGS.contains(finding) : finding != null) {
            throw Refused.because("FINDING_INVALID");
        }
        return exceptions.propose(exceptionId, proposal, finding, person, clock.instant());
    }

    @Transactional
    public BankException confirm(UUID exceptionId, String person, AreaScope areas) {
        BankException exception = unresolved(exceptionId, areas);
        if (exception.state() != State.PROPOSED) {
            throw Refused.because("EXCEPTION_NOT_PROPOSED");
        }
        if (exception.proposedBy().equals(person)) {
            throw Refused.because("EXCEPTION_SAME_PERSON");
        }
        return exceptions.resolve(exceptionId, person, clock.instant());
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
