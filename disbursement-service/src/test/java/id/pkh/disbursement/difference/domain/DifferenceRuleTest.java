package id.pkh.disbursement.difference.domain;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.difference.domain.Difference.Cause;
import id.pkh.disbursement.entitlement.domain.EntitlementLine;
import id.pkh.disbursement.entitlement.domain.Rupiah;
import id.pkh.disbursement.payment.domain.PaymentStatus;
import id.pkh.testsupport.RuleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Why a family is paid another amount than before, by the table of the rules page. */
class DifferenceRuleTest {

    static List<List<String>> differences() {
        return RuleTable.rows("payments.md", "before", "now", "months", "kind", "causes");
    }

    @ParameterizedTest
    @MethodSource("differences")
    void aDifferenceIsExplainedAsThePageSays(List<String> row) {
        Difference difference =
                DifferenceRule.between(
                        payment(row.get(0)), payment(row.get(1)), row.get(2).equals("same"));
        assertThat(difference.kind()).hasToString(row.get(3));
        assertThat(text(difference)).isEqualTo(row.get(4));
    }

    @Test
    void everyKindIsOnThePage() {
        List<String> kinds = differences().stream().map(row -> row.get(3)).toList();
        for (DifferenceKind kind : DifferenceKind.values()) {
            assertThat(kinds).contains(kind.name());
        }
    }

    private static String text(Difference difference) {
        return difference.causes().isEmpty()
                ? "none"
                : difference.causes().stream().map(DifferenceRuleTest::text).collect(joining("; "));
    }

    private static String text(Cause cause) {
        return cause.code() + (cause.memberId() == null ? "" : " " + nameOf(cause.memberId()));
    }

    /** Status, rupiah and members, or a dash and the reason. */
    private static ListedPayment payment(String cell) {
        String[] words = cell.split(" ", 3);
        if (words[0].equals("–")) {
            return words.length == 1
                    ? ListedPayment.NONE
                    : new ListedPayment(
                            PaymentStatus.NOT_ELIGIBLE, 0, List.of(words[1]), List.of());
        }
        PaymentStatus status =
                switch (words[0]) {
                    case "H" -> PaymentStatus.HELD;
                    case "F" -> PaymentStatus.FORFEITED;
                    default -> PaymentStatus.PAYABLE;
                };
        long amountIdr = Long.parseLong(words[1]);
        return new ListedPayment(
                status,
                amountIdr,
                status == PaymentStatus.PAYABLE ? List.of() : List.of("SUSPENSION_DECIDED"),
                lines(words[2].split(", "), amountIdr));
    }

    private static List<EntitlementLine> lines(String[] members, long amountIdr) {
        long paid = List.of(members).stream().filter(member -> !member.contains("_")).count();
        List<EntitlementLine> lines = new ArrayList<>();
        for (String member : members) {
            String[] parts = member.split(":");
            UUID memberId = new UUID(0, parts[0].charAt(0));
            lines.add(
                    parts[1].contains("_")
                            ? new EntitlementLine(memberId, "SD", Rupiah.ZERO, parts[1])
                            : new EntitlementLine(
                                    memberId, parts[1], Rupiah.of(amountIdr / paid), null));
        }
        return lines;
    }

    private static String nameOf(UUID memberId) {
        return Character.toString((char) memberId.getLeastSignificantBits());
    }
}
