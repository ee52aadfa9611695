package id.pkh.disbursement.situation;

import id.pkh.disbursement.batch.Instructions;
import id.pkh.disbursement.config.DisbursementConfig;
import id.pkh.disbursement.entitlement.BenefitIndexes;
import id.pkh.disbursement.entitlement.domain.BenefitRate;
import id.pkh.disbursement.entitlement.domain.CoveredRange;
import id.pkh.disbursement.entitlement.domain.EntitlementLine;
import id.pkh.disbursement.exceptions.ReconciliationPolicies;
import id.pkh.disbursement.exceptions.domain.AnswerTimes;
import id.pkh.disbursement.instruction.domain.StatusAtBank;
import id.pkh.disbursement.payment.PaymentLists.Attempt;
import id.pkh.disbursement.payment.PaymentLists.PaymentLine;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import id.pkh.disbursement.situation.PaymentFacts.OtherFacts;
import id.pkh.disbursement.situation.SituationTexts.SituationText;
import id.pkh.disbursement.situation.SituationTexts.Words;
import id.pkh.disbursement.situation.domain.Situation;
import id.pkh.disbursement.situation.domain.SituationFacts;
import id.pkh.disbursement.situation.domain.SituationRule;
import id.pkh.disbursement.withdrawal.WithdrawalPolicies;
import id.pkh.disbursement.withdrawal.domain.UncollectedRule;
import id.pkh.disbursement.withdrawal.domain.WithdrawalOutcome;
import id.pkh.disbursement.withdrawal.domain.WithdrawalTerms;
import id.pkh.platform.web.BusinessDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Puts together what is known about payments: where the money is, why, and what to do next. */
@ApplicationScoped
public class ExplainPayments {

    /**
     * @param line the payment with its amount, the parts of it and the decisions
     * @param range the days that the cycle covers; null when the family is not eligible
     * @param rates the yearly amounts from which the parts follow
     * @param account the account of the latest attempt, masked; null for none
     * @param compensatedBy the payment that makes up for this one; null for none
     * @param reason reason code of the situation; null for none
     * @param reasonText null when there is no reason, or no text of it
     * @param since the day on which the situation began; null when it is not recorded
     * @param dueOn null when the next step has no day
     */
    public record Explained(
            PaymentLine line,
            CoveredRange range,
            List<BenefitRate> rates,
            String account,
            UUID compensatedBy,
            Situation situation,
            String reason,
            Words reasonText,
            SituationText text,
            LocalDate since,
            LocalDate dueOn) {}

    private final PaymentFacts paymentFacts;
    private final Instructions instructions;
    private final SituationTexts texts;
    private final WithdrawalPolicies policies;
    private final ReconciliationPolicies reconciliation;
    private final BenefitIndexes indexes;
    private final DisbursementConfig config;
    private final Clock clock;

    ExplainPayments(
            PaymentFacts paymentFacts,
            Instructions instructions,
            SituationTexts texts,
            WithdrawalPolicies policies,
            ReconciliationPolicies reconciliation,
            BenefitIndexes indexes,
            DisbursementConfig config,
            Clock clock) {
        this.paymentFacts = paymentFacts;
        this.instructions = instructions;
        this.texts = texts;
        this.policies = policies;
        this.reconciliation = reconciliation;
        this.indexes = indexes;
        this.config = config;
        this.clock = clock;
    }

    public List<Explained> handle(List<PaymentLine> lines) {
        List<UUID> payments =
                lines.stream().map(PaymentLine::paymentId).filter(Objects::nonNull).toList();
        Map<UUID, OtherFacts> facts = paymentFacts.of(payments);
        Map<UUID, String> accounts = instructions.maskedAccounts(payments);
        LocalDate today = BusinessDates.today(clock);
        return lines.stream()
                .map(
                        line ->
                                line.paymentId() == null
                                        ? notEligible(line, today)
                                        : explain(
                                                line,
                                                facts.get(line.paymentId()),
                                                accounts.get(line.paymentId()),
                                                today))
                .toList();
    }

    private Explained notEligible(PaymentLine line, LocalDate today) {
        String reason = first(line.reasons());
        return new Explained(
                line,
                null,
                List.of(),
                null,
                null,
                Situation.NOT_ELIGIBLE,
                reason,
                texts.reason(reason, today),
                texts.of(Situation.NOT_ELIGIBLE, reason, today),
                null,
                null);
    }

    private Explained explain(PaymentLine line, OtherFacts other, String account, LocalDate today) {
        WithdrawalTerms terms = policies.inForceOn(other.coversFrom());
        Situation situation = SituationRule.of(facts(line, other, terms, today));
        String reason = reasonOf(situation, line, other);
        LocalDate since = since(situation, line, other);
        SituationText text = texts.of(situation, reason, today);
        return new Explained(
                line,
                new CoveredRange(other.coversFrom(), other.coversUntil()),
                rates(line, other.coversFrom()),
                account,
                other.compensatedBy(),
                situation,
                reason,
                texts.reason(reason, today),
                text,
                since,
                text.step().dueOn(since, terms, answerDays(line, today)));
    }

    private static SituationFacts facts(
            PaymentLine line, OtherFacts other, WithdrawalTerms terms, LocalDate today) {
        Attempt attempt = line.attempt();
        return new SituationFacts(
                PaymentStatus.valueOf(line.status()),
                other.isSealed(),
                other.compensatedBy() != null,
                attempt == null
                        ? StatusAtBank.NOT_INSTRUCTED
                        : StatusAtBank.valueOf(attempt.status()),
                other.leftOutReason() != null,
                other.takenOutReason() != null,
                WithdrawalOutcome.WITHDRAWN.name().equals(other.outcome()),
                attempt != null
                        && UncollectedRule.isListed(
                                BusinessDates.on(attempt.statusAt()), terms, today));
    }

    private static String reasonOf(Situation situation, PaymentLine line, OtherFacts other) {
        return switch (situation) {
            case NOT_ELIGIBLE, HELD, FORFEITED, COMPENSATED -> first(line.reasons());
            case LEFT_OUT -> other.leftOutReason();
            case TAKEN_OUT -> other.takenOutReason();
            case REJECTED, RETURNED -> line.attempt().reason();
            case CREDITED, UNCOLLECTED ->
                    other.withdrawalReason() == null
                            ? UncollectedRule.NOT_REPORTED
                            : other.withdrawalReason();
            default -> null;
        };
    }

    private static LocalDate since(Situation situation, PaymentLine line, OtherFacts other) {
        if (situation == Situation.LEFT_OUT) {
            return BusinessDates.on(other.leftOutAt());
        }
        if (situation == Situation.TAKEN_OUT) {
            return BusinessDates.on(other.takenOutAt());
        }
        return line.attempt() == null ? null : BusinessDates.on(line.attempt().statusAt());
    }

    private List<BenefitRate> rates(PaymentLine line, LocalDate firstDay) {
        return indexes.terms().index().rates().stream()
                .filter(rate -> rate.isValidOn(firstDay))
                .filter(rate -> line.lines().stream().anyMatch(part -> isFrom(part, rate)))
                .toList();
    }

    private static boolean isFrom(EntitlementLine part, BenefitRate rate) {
        return part.isPaid()
                && part.component().equals(rate.component())
                && (part.memberId() != null) == (rate.basis() == BenefitRate.Basis.MEMBER);
    }

    private int answerDays(PaymentLine line, LocalDate today) {
        AnswerTimes times =
                new AnswerTimes(
                        config.bank().answerWithin(), reconciliation.inForceOn(today).bankDays());
        return times.wholeDays(line.attempt() == null ? null : line.attempt().bank());
    }

    private static String first(List<String> reasons) {
        return reasons.isEmpty() ? null : reasons.get(0);
    }
}
