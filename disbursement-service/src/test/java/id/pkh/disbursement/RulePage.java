package id.pkh.disbursement;

import id.pkh.disbursement.entitlement.domain.BenefitIndex;
import id.pkh.disbursement.entitlement.domain.BenefitRate;
import id.pkh.disbursement.entitlement.domain.BenefitTerms;
import id.pkh.disbursement.entitlement.domain.EntitlementPolicy;
import id.pkh.disbursement.entitlement.domain.Rupiah;
import id.pkh.disbursement.sanction.domain.Decision;
import id.pkh.disbursement.sanction.domain.Effect;
import id.pkh.disbursement.sanction.domain.LiftReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads the tables of docs/rules/entitlement.md. */
public final class RulePage {

    private static final Path PAGE = Path.of("..", "docs", "rules", "entitlement.md");

    private RulePage() {}

    /** The rows of the first table below a heading, without the header. */
    public static List<List<String>> table(String heading) {
        List<List<String>> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                if (inside && !rows.isEmpty()) {
                    break;
                }
                inside = line.equals("## " + heading);
            } else if (inside && line.startsWith("|")) {
                String[] cells = line.substring(1, line.length() - 1).split("\\|");
                rows.add(Arrays.stream(cells).map(String::strip).toList());
            } else if (inside && !rows.isEmpty()) {
                break;
            }
        }
        if (rows.size() < 3) {
            throw new IllegalStateException("no table below '" + heading + "' in " + PAGE);
        }
        return rows.subList(2, rows.size());
    }

    public static BenefitTerms terms() {
        List<BenefitRate> rates =
                table("The index").stream()
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
                table("The policies").stream()
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

    /** The decisions in a cell. The first was made first and lifted first. */
    public static List<Decision> decisions(String cell) {
        List<Decision> decisions = new ArrayList<>();
        for (String part : parts(cell)) {
            String[] words = part.split(" ");
            long number = decisions.size() + 1L;
            Instant decidedAt = Instant.parse("2026-03-01T00:00:00Z").plusSeconds(number);
            decisions.add(
                    new Decision(
                            new UUID(0, number),
                            Effect.valueOf(words[0]),
                            LocalDate.parse(words[1]),
                            decidedAt,
                            words.length < 4
                                    ? null
                                    : new Decision.Lift(
                                            LiftReason.valueOf(words[3]),
                                            decidedAt.plusSeconds(3600))));
        }
        return decisions;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
