package id.pkh.disbursement;

import id.pkh.disbursement.entitlement.domain.BenefitIndex;
import id.pkh.disbursement.entitlement.domain.BenefitRate;
import id.pkh.disbursement.entitlement.domain.BenefitTerms;
import id.pkh.disbursement.entitlement.domain.EntitlementPolicy;
import id.pkh.disbursement.entitlement.domain.Rupiah;
import id.pkh.disbursement.sanction.domain.Decision;
import id.pkh.disbursement.sanction.domain.Effect;
import id.pkh.disbursement.sanction.domain.LiftReason;
import id.pkh.disbursement.sanction.domain.Reinstatement;
import id.pkh.testsupport.RuleTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads the tables of docs/rules/entitlement.md. */
public final class RulePage {

    private static final String PAGE = "entitlement.md";
    private static final String REINSTATED = "REINSTATED";

    private RulePage() {}

    public static List<List<String>> rates() {
        return RuleTable.rows(
                PAGE, "component", "basis", "scheme", "from", "until", "rupiah a year", "source");
    }

    public static List<List<String>> policies() {
        return RuleTable.rows(PAGE, "policy", "from", "paid members at most", "source");
    }

    public static List<List<String>> firstDays() {
        return RuleTable.rows(PAGE, "first day of the cycle", "rates");
    }

    public static List<List<String>> amounts() {
        return RuleTable.rows(PAGE, "from", "until", "members", "lines", "sum");
    }

    public static List<List<String>> statuses() {
        return RuleTable.rows(PAGE, "family", "apart from decisions", "decisions", "status");
    }

    public static List<List<String>> releases() {
        return RuleTable.rows(PAGE, "stood at sealing", "given back");
    }

    public static BenefitTerms terms() {
        List<BenefitRate> rates =
                rates().stream()
                        .map(
                                row ->
                                        new BenefitRate(
                                                row.get(0),
                                                BenefitRate.Basis.valueOf(row.get(1)),
                                                row.get(2),
                                                LocalDate.parse(row.get(3)),
                                                LocalDate.parse(row.get(4)),
                                                Rupiah.of(Long.parseLong(row.get(5))),
                                                "page",
                                                row.get(6)))
                        .toList();
        List<EntitlementPolicy> policies =
                policies().stream()
                        .map(
                                row ->
                                        new EntitlementPolicy(
                                                row.get(0),
                                                LocalDate.parse(row.get(1)),
                                                Integer.parseInt(row.get(2)),
                                                Map.of(),
                                                "page",
                                                row.get(3)))
                        .toList();
        return new BenefitTerms(new BenefitIndex(rates), policies);
    }

    /** The parts of a cell, in their order; "none" gives an empty list. */
    public static List<String> parts(String cell) {
        return cell.equals("none")
                ? List.of()
                : Stream.of(cell.split(";")).map(String::strip).toList();
    }

    /**
     * The decisions in a cell, in the order in which they came about: effect and day, then {@code
     * taken} (without notice), {@code stayed} or {@code lifted} and the reason. The first was made
     * first and lifted first. REINSTATED is no decision against the family.
     */
    public static List<Decision> decisions(String cell) {
        List<Decision> decisions = new ArrayList<>();
        long number = 0;
        for (String part : parts(cell)) {
            number++;
            if (!part.startsWith(REINSTATED)) {
                decisions.add(decision(part.split(" "), number));
            }
        }
        return decisions;
    }

    public static List<Reinstatement> reinstatements(String cell) {
        List<Reinstatement> reinstatements = new ArrayList<>();
        long number = 0;
        for (String part : parts(cell)) {
            number++;
            if (part.startsWith(REINSTATED)) {
                reinstatements.add(
                        new Reinstatement(
                                new UUID(0, number), LocalDate.parse(part.split(" ")[1]), number));
            }
        }
        return reinstatements;
    }

    private static Decision decision(String[] words, long number) {
        Instant decidedAt = Instant.parse("2026-03-01T00:00:00Z").plusSeconds(number);
        String after = words.length > 2 ? words[2] : "";
        return new Decision(
                new UUID(0, number),
                Effect.valueOf(words[0]),
                LocalDate.parse(words[1]),
                decidedAt,
                switch (after) {
                    case "taken" -> Decision.Stage.AWAITS_NOTICE;
                    case "stayed" -> Decision.Stage.STAYED;
                    default -> Decision.Stage.TOOK_EFFECT;
                },
                after.equals("lifted")
                        ? new Decision.Lift(
                                LiftReason.valueOf(words[3]), decidedAt.plusSeconds(3600))
                        : null,
                number);
    }
}
