package id.pkh.disbursement.withdrawal.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what the bank states, what the field reports and what the family told another person.
 */
public final class FindingRule {

    private static final String NO_TRANSFER = "NO_TRANSFER";

    private FindingRule() {}

    public static Findings of(FindingFacts facts, WithdrawalTerms terms, LocalDate today) {
        List<FindingKind> kinds = new ArrayList<>();
        boolean isWithdrawn = isReported(facts, WithdrawalOutcome.WITHDRAWN);
        if (facts.bank() == BankAnswer.CREDITED) {
            credited(facts, terms, today, kinds);
        } else if (isWithdrawn) {
            kinds.add(FindingKind.WITHDRAWN_NOT_CREDITED);
        }
        if (facts.disputedIdr() != null
                && !(isWithdrawn && facts.report().amountIdr().equals(facts.disputedIdr()))) {
            kinds.add(FindingKind.CALL_BACK_DIFFERS);
        }
        if (kinds.isEmpty()) {
            return Findings.NONE;
        }
        boolean mayBeReturned = facts.bank() == BankAnswer.CREDITED && !isWithdrawn;
        return new Findings(
                List.copyOf(kinds), mayBeReturned ? terms.examinedOn(facts.statusOn()) : null);
    }

    private static void credited(
            FindingFacts facts, WithdrawalTerms terms, LocalDate today, List<FindingKind> kinds) {
        if (facts.report() == null) {
            if (!today.isBefore(terms.listedOn(facts.statusOn()))) {
                kinds.add(FindingKind.CREDITED_NOT_REPORTED);
            }
        } else if (isReported(facts, WithdrawalOutcome.NOT_WITHDRAWN)) {
            kinds.add(
                    facts.report().reasonCode().equals(NO_TRANSFER)
                            ? FindingKind.NO_TRANSFER_BUT_CREDITED
                            : FindingKind.CREDITED_NOT_WITHDRAWN);
        } else if (facts.report().amountIdr() < facts.paymentIdr()) {
            kinds.add(FindingKind.LESS_THAN_CREDITED);
        } else if (facts.report().amountIdr() > facts.paymentIdr()) {
            kinds.add(FindingKind.MORE_THAN_CREDITED);
        }
    }

    private static boolean isReported(FindingFacts facts, WithdrawalOutcome outcome) {
        return facts.report() != null && facts.report().outcome() == outcome;
    }
}
