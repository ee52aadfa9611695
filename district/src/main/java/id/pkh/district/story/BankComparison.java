package id.pkh.district.story;

import id.pkh.client.disbursement.model.Payment;
import id.pkh.client.disbursement.model.PaymentAttempt;
import id.pkh.client.disbursement.model.PaymentStatus;
import id.pkh.district.recount.AtBank;
import id.pkh.district.recount.ExpectedFamily;
import id.pkh.district.recount.ExpectedRoute;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Compares what became of the payments with what follows from the files and the plan of the
 * district: for each bank, and family by family.
 */
final class BankComparison {

    private static final String NOT_COLLECTED = "REJECTED NOT_COLLECTED";

    private final StoryContext context;
    private final Findings findings;
    private final UnaryOperator<String> kpmOfCaretaker;
    private final boolean areSuspensionsInEffect;

    /**
     * @param areSuspensionsInEffect false when they took effect only after the cycle: then nothing
     *     is held
     */
    BankComparison(
            StoryContext context,
            UnaryOperator<String> kpmOfCaretaker,
            boolean areSuspensionsInEffect) {
        this.context = context;
        this.findings = context.findings();
        this.kpmOfCaretaker = kpmOfCaretaker;
        this.areSuspensionsInEffect = areSuspensionsInEffect;
    }

    /** How many payments of each bank ended in each state. */
    void byState(Map<String, Long> found) {
        findings.equal("payments by bank and state", expected(), found);
    }

    void families(Map<String, List<Payment>> payments) {
        context.expected().families().values().forEach(family -> family(family, payments));
    }

    private Map<String, Long> expected() {
        Map<String, Long> expected = new TreeMap<>();
        long listed = 0;
        for (ExpectedFamily family : context.expected().families().values()) {
            if (!isSent(family)) {
                continue;
            }
            ExpectedRoute route = family.route();
            if (route.isThroughPost()) {
                listed++;
            } else {
                expected.merge(route.bank() + " " + route.atBank().split(" ")[0], 1L, Long::sum);
            }
        }
        long back = AtBank.notCollected(listed);
        put(expected, AtBank.POST + " REJECTED", back);
        put(expected, AtBank.POST + " CREDITED", listed - back);
        return expected;
    }

    private static void put(Map<String, Long> expected, String state, long payments) {
        if (payments > 0) {
            expected.put(state, payments);
        }
    }

    private boolean isSent(ExpectedFamily family) {
        return family.payment() != null
                && (family.payment().status().equals("PAYABLE") || !areSuspensionsInEffect);
    }

    private void family(ExpectedFamily family, Map<String, List<Payment>> payments) {
        if (family.payment() == null) {
            return;
        }
        String kpm = kpmOfCaretaker.apply(family.caretaker());
        ExpectedRoute route = family.route();
        Set<String> wanted =
                !isSent(family)
                        ? Set.of(route.cycle() + " not sent")
                        : route.isThroughPost()
                                ? Set.of(words(route, AtBank.CREDITED), words(route, NOT_COLLECTED))
                                : Set.of(words(route, route.atBank()));
        List<String> found =
                payments.getOrDefault(kpm, List.of()).stream()
                        .filter(one -> one.getStatus() != PaymentStatus.NOT_ELIGIBLE)
                        .map(BankComparison::words)
                        .toList();
        findings.isTrue(
                kpm + ", at the bank: expected " + wanted + ", found " + found,
                found.size() == 1 && wanted.contains(found.get(0)));
    }

    private static String words(ExpectedRoute route, String atBank) {
        return route.cycle() + " " + route.bank() + " " + atBank;
    }

    private static String words(Payment payment) {
        PaymentAttempt attempt = payment.getAttempt();
        if (attempt == null) {
            return payment.getCycleCode() + " not sent";
        }
        String reason = attempt.getReason() == null ? "" : " " + attempt.getReason();
        return payment.getCycleCode()
                + " "
                + attempt.getBank()
                + " "
                + attempt.getStatus()
                + reason;
    }
}
