package id.pkh.disbursement.year;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.cycle.CycleSeals;
import id.pkh.disbursement.cycle.Cycles;
import id.pkh.disbursement.cycle.domain.PaymentCycle;
import id.pkh.disbursement.instruction.domain.StatusAtBank;
import id.pkh.disbursement.money.CycleReconciliation.Position;
import id.pkh.disbursement.money.ReconcileCycle;
import id.pkh.disbursement.payment.PaymentLists;
import id.pkh.disbursement.payment.PaymentLists.PaymentLine;
import id.pkh.disbursement.situation.ExplainPayments;
import id.pkh.disbursement.situation.ExplainPayments.Explained;
import id.pkh.disbursement.situation.SumSituations;
import id.pkh.disbursement.support.FactEvents;
import id.pkh.platform.security.AreaScope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the service itself says about its payments: its reconciliation, and where the money is. */
@Singleton
class YearSituations {

    private static final int ALL = 500;

    private final Cycles cycles;
    private final CycleSeals seals;
    private final ReconcileCycle reconcileCycle;
    private final PaymentLists lists;
    private final ExplainPayments explainPayments;
    private final SumSituations sumSituations;

    YearSituations(
            Cycles cycles,
            CycleSeals seals,
            ReconcileCycle reconcileCycle,
            PaymentLists lists,
            ExplainPayments explainPayments,
            SumSituations sumSituations) {
        this.cycles = cycles;
        this.seals = seals;
        this.reconcileCycle = reconcileCycle;
        this.lists = lists;
        this.explainPayments = explainPayments;
        this.sumSituations = sumSituations;
    }

    /**
     * Checks that the service explains every payment of a cycle.
     *
     * @param expected the situation of each payment that was sent
     * @param sums rupiah by bank and state of what was sent
     */
    void check(String when, String code, Map<String, String> expected, Map<String, Long> sums) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            PaymentCycle cycle = cycles.byCode(code).orElseThrow();
                            reconciled(when, cycle, sums);
                            List<Explained> explained = explainPayments.handle(linesOf(cycle));
                            explained.forEach(one -> one(when, one, expected));
                            assertThat(sumsOf(cycle))
                                    .as("%s: situations of %s", when, code)
                                    .isEqualTo(sumsOf(explained));
                        });
    }

    private List<PaymentLine> linesOf(PaymentCycle cycle) {
        return lists.lines(
                new PaymentLists.Filter(
                        cycle.cycleId(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        AreaScope.everywhere(),
                        null,
                        ALL));
    }

    private void reconciled(String when, PaymentCycle cycle, Map<String, Long> sums) {
        var statement =
                reconcileCycle.handle(cycle.cycleId(), seals.of(cycle.cycleId()).orElseThrow());
        assertThat(statement.balance().isBalanced())
                .as("%s: %s balanced", when, cycle.cycleCode())
                .isTrue();
        Map<String, Long> found = new TreeMap<>();
        for (Position one : statement.positions()) {
            if (isAtBank(one.status())) {
                found.merge(one.bank() + " " + one.status(), one.amountIdr(), Long::sum);
            }
        }
        assertThat(found).as("%s: %s by bank and state", when, cycle.cycleCode()).isEqualTo(sums);
    }

    private static boolean isAtBank(String status) {
        return switch (StatusAtBank.valueOf(status)) {
            case SENT, ACCEPTED, UNKNOWN, REJECTED, RETURNED, CREDITED -> true;
            default -> false;
        };
    }

    private static void one(String when, Explained one, Map<String, String> expected) {
        String payment = one.line().paymentId().toString();
        String code = one.situation().name();
        if (expected.containsKey(payment)) {
            assertThat(code)
                    .as("%s: the situation of %s", when, payment)
                    .isIn(
                            switch (expected.get(payment)) {
                                case "CREDITED" -> List.of("CREDITED", "WITHDRAWN");
                                // taken out of the file of the next attempt
                                case "REJECTED", "RETURNED" ->
                                        List.of(expected.get(payment), "TAKEN_OUT");
                                default -> List.of(expected.get(payment));
                            });
        }
        assertThat(one.text().text().english()).as("%s: %s", when, payment).isNotBlank();
        assertThat(one.text().next().indonesian()).as("%s: %s", when, payment).isNotBlank();
        assertThat(one.text().step()).as("%s: %s", when, payment).isNotNull();
        if (one.reason() != null) {
            assertThat(one.reasonText())
                    .as("%s: %s has no words for %s", when, payment, one.reason())
                    .isNotNull();
        }
    }

    private static Map<String, Long> sumsOf(List<Explained> explained) {
        return explained.stream()
                .collect(
                        Collectors.toMap(
                                one ->
                                        (one.line().attempt() == null
                                                        ? null
                                                        : one.line().attempt().bank())
                                                + " "
                                                + one.situation(),
                                one -> one.line().amountIdr(),
                                Long::sum,
                                TreeMap::new));
    }

    private Map<String, Long> sumsOf(PaymentCycle cycle) {
        var selection = sumSituations.selection(cycle, null, AreaScope.everywhere());
        int chars = FactEvents.VILLAGE.length();
        Map<String, Long> sums = new TreeMap<>();
        sumSituations
                .handle(selection, chars, List.of(FactEvents.VILLAGE))
                .values()
                .forEach(
                        some ->
                                some.forEach(
                                        sum ->
                                                sums.merge(
                                                        sum.bank() + " " + sum.situation(),
                                                        sum.amountIdr(),
                                                        Long::sum)));
        return sums;
    }
}
