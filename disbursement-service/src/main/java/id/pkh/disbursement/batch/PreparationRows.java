package id.pkh.disbursement.batch;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.bank.Banks;
import id.pkh.disbursement.bank.domain.BankTerms;
import id.pkh.disbursement.batch.Candidates.Candidate;
import id.pkh.disbursement.batch.FillBatches.Payable;
import id.pkh.disbursement.batch.PreparationRuns.Run;
import id.pkh.disbursement.batch.domain.Payee;
import id.pkh.disbursement.batch.domain.PayeeRule;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.exceptions.BankExceptions.About;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Writes the rows of a chunk in one transaction. */
@ApplicationScoped
class PreparationRows {

    private final PreparationRuns runs;
    private final Cycles cycles;
    private final Banks banks;
    private final FillBatches fillBatches;
    private final BankExceptions exceptions;
    private final DisbursementConfig config;
    private final Clock clock;

    PreparationRows(
            PreparationRuns runs,
            Cycles cycles,
            Banks banks,
            FillBatches fillBatches,
            BankExceptions exceptions,
            DisbursementConfig config,
            Clock clock) {
        this.runs = runs;
        this.cycles = cycles;
        this.banks = banks;
        this.fillBatches = fillBatches;
        this.exceptions = exceptions;
        this.config = config;
        this.clock = clock;
    }

    boolean write(Run seen, UUID owner, List<Candidate> some, Map<UUID, Payee> payees) {
        Instant now = clock.instant();
        Optional<Run> renewed = renew(seen.runId(), owner, now);
        if (renewed.isEmpty()) {
            return false;
        }
        Run run = renewed.get();
        if (!Objects.equals(run.checkpoint(), seen.checkpoint())) {
            return true;
        }
        PaymentCycle cycle = cycles.byIds(List.of(run.cycleId())).get(run.cycleId());
        Map<String, BankTerms> terms = banks.on(BusinessDates.on(now));
        List<Payable> payables = new ArrayList<>();
        List<BankException> left = new ArrayList<>();
        for (Candidate candidate : some) {
            Payee payee = payees.get(candidate.kpmId());
            PayeeRule.refusal(payee, terms, cycle.isPos())
                    .ifPresentOrElse(
                            reason -> left.add(leftOut(run, candidate, payee, reason, now)),
                            () ->
                                    payables.add(
                                            new Payable(
                                                    candidate,
                                                    cycle.isPos() ? payee.withoutAccount() : payee,
                                                    terms.get(payee.bank()))));
        }
        fillBatches.fill(run, cycle, payables, now);
        exceptions.settleInstructed(
                payables.stream().map(p -> p.candidate().paymentId()).toList(),
                FillBatches.CAUSE + " " + run.runId(),
                now);
        exceptions.add(left);
        runs.advance(
                run.runId(), some.get(some.size() - 1).position(), payables.size(), left.size());
        return true;
    }

    /** Completes the batches that the run has filled. */
    void complete(UUID runId, UUID owner) {
        Instant now = clock.instant();
        renew(runId, owner, now).ifPresent(run -> fillBatches.completeAll(run, now));
    }

    void finish(UUID runId, UUID owner) {
        Instant now = clock.instant();
        renew(runId, owner, now).ifPresent(run -> runs.finish(runId, now));
    }

    private Optional<Run> renew(UUID runId, UUID owner, Instant now) {
        return runs.renew(runId, owner, now.plus(config.bank().lease()));
    }

    private static BankException leftOut(
            Run run, Candidate candidate, Payee payee, String reason, Instant now) {
        return BankException.found(
                UuidCreator.getTimeOrderedEpoch(),
                ExceptionClass.NOT_INSTRUCTED.name(),
                reason,
                new About(
                        payee == null ? null : payee.bank(),
                        run.cycleId(),
                        candidate.villageCode(),
                        candidate.kpmId(),
                        candidate.paymentId(),
                        null,
                        null,
                        null,
                        null,
                        candidate.amountIdr()),
                now);
    }
}
