package id.pkh.district.story;

import id.pkh.client.disbursement.BanksApi;
import id.pkh.client.disbursement.model.BankExceptionPage;
import id.pkh.client.disbursement.model.BankReport;
import id.pkh.client.disbursement.model.CycleMoney;
import id.pkh.client.disbursement.model.MoneyPosition;
import id.pkh.client.disbursement.model.Payment;
import id.pkh.district.recount.AtBank;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the services say about the payments, document by document and in the end. */
final class MoneyFigures {

    private final Stage stage;
    private final Cast cast;
    private final Findings findings;
    private final BankComparison comparison;
    private final Narrator narrator;
    private final Map<String, List<Payment>> payments = new HashMap<>();
    private final Map<String, Long> byState = new TreeMap<>();
    private long invented;

    MoneyFigures(StoryContext context, BankComparison comparison, Narrator narrator) {
        this.stage = context.stage();
        this.cast = context.cast();
        this.findings = context.findings();
        this.comparison = comparison;
        this.narrator = narrator;
    }

    /** One document of a bank. */
    void told(BankReport report) {
        Map<String, Long> outcomes = report.getOutcomes();
        invented += outcomes.getOrDefault("UNKNOWN_REFERENCE", 0L);
        String lines =
                new TreeMap<>(outcomes)
                        .entrySet().stream()
                                .map(one -> lines(one.getValue(), one.getKey()))
                                .collect(Collectors.joining(", "));
        narrator.say(
                "    %s, %s: %s", report.getBank(), form(report), lines.isEmpty() ? "–" : lines);
    }

    private static String lines(long number, String outcome) {
        return number
                + switch (outcome) {
                    case "MATCHED" -> " applied";
                    case "DUPLICATE" -> " told before";
                    case "UNKNOWN_REFERENCE" -> " about no payment of this programme";
                    case "NOT_OURS" -> " of the bank itself";
                    default -> " " + Narrator.words(outcome);
                };
    }

    private static String form(BankReport report) {
        return switch (report.getKind()) {
            case PAIN_002 -> "pain.002";
            case CAMT_054 -> "camt.054";
            case CAMT_053 -> "camt.053";
            case MT_940 -> "MT940";
            default -> "CSV";
        };
    }

    /** Where the money is at the end of a day of the banks. */
    void soFar(List<String> cycles) {
        Map<String, Long> sums = sums(cycles);
        narrator.say(
                "  So far: %s.",
                sums.entrySet().stream()
                        .map(one -> one.getValue() + " " + Narrator.words(one.getKey()))
                        .collect(Collectors.joining(", ")));
    }

    private Map<String, Long> sums(List<String> cycles) {
        Map<String, Long> sums = new TreeMap<>();
        for (String cycle : cycles) {
            for (MoneyPosition position : money(cycle).getRegular()) {
                sums.merge(position.getState().toString(), position.getPayments(), Long::sum);
            }
        }
        return sums;
    }

    /** Before a bank has told of a credit. */
    void nobodyIsCredited(List<String> cycles) {
        findings.equal(
                "payments that are credited because banks have accepted them",
                0L,
                sums(cycles).getOrDefault(AtBank.CREDITED, 0L));
    }

    private CycleMoney money(String cycle) {
        return stage.disbursement(cast.officer())
                .call(BanksApi::new, banks -> banks.getCycleMoney(cycle));
    }

    Map<String, List<Payment>> payments() {
        return payments;
    }

    Map<String, Object> compare(List<String> cycles) {
        Map<String, Long> found = new TreeMap<>();
        boolean balanced = true;
        for (String cycle : cycles) {
            CycleMoney money = money(cycle);
            money.getRegular().forEach(position -> add(found, position));
            findings.equal(
                    "every rupiah of " + cycle + " is in one place", true, money.getBalanced());
            balanced &= money.getBalanced();
            stage.payments(
                    cycle,
                    payment ->
                            payments.computeIfAbsent(
                                            payment.getKpmId().toString(), any -> new ArrayList<>())
                                    .add(payment));
        }
        comparison.byState(found);
        comparison.families(payments);
        return figures(balanced, exceptions());
    }

    private void add(Map<String, Long> found, MoneyPosition position) {
        String state = position.getState().toString();
        String bank = position.getBank() == null ? "-" : position.getBank();
        narrator.say(
                "%s %s: %,d payments, Rp%,d.",
                bank, Narrator.words(state), position.getPayments(), position.getAmountIdr());
        found.merge(bank + " " + state, position.getPayments(), Long::sum);
        byState.merge(
                (bank.equals(AtBank.POST) ? bank + " " : "") + state,
                position.getPayments(),
                Long::sum);
    }

    private Map<String, Object> figures(boolean balanced, long exceptions) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("payments_credited", count("CREDITED"));
        figures.put("payments_rejected", count("REJECTED"));
        figures.put("payments_returned", count("RETURNED"));
        figures.put("payments_paid_at_post", count("POS CREDITED"));
        figures.put("payments_not_collected", count("POS REJECTED"));
        figures.put("payments_accepted_only", count("ACCEPTED"));
        figures.put("payments_unknown", count("UNKNOWN"));
        figures.put("payments_not_instructed", count("NOT_INSTRUCTED"));
        figures.put("bank_exceptions", exceptions);
        figures.put("rupiah_balanced", balanced);
        return figures;
    }

    private long count(String state) {
        return byState.getOrDefault(state, 0L);
    }

    /** People correct what was refused or returned, and look at lines that belong to nothing. */
    private long exceptions() {
        Map<String, Long> found = new TreeMap<>();
        stage.disbursement(cast.officer())
                .each(
                        BanksApi::new,
                        (banks, after) ->
                                banks.listBankExceptions(
                                        after, null, null, Stage.PAGE, true, null, null),
                        BankExceptionPage::getItems,
                        BankExceptionPage::getNext,
                        one -> found.merge(one.getExceptionClass().toString(), 1L, Long::sum));
        Map<String, Long> expected = new TreeMap<>();
        expected.put("CORRECTION_PENDING", count("REJECTED") + count("RETURNED"));
        expected.put("UNMATCHED_LINE", invented);
        expected.values().removeIf(number -> number == 0);
        findings.equal("exceptions by class", expected, found);
        return found.values().stream().mapToLong(Long::longValue).sum();
    }
}
