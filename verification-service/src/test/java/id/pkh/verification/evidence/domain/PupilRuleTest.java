package id.pkh.verification.evidence.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import id.pkh.verification.evidence.domain.PupilRule.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of {@code docs/rules/evidence.md}. */
class PupilRuleTest {

    static Stream<List<String>> casesOfTheRulePage() {
        return RuleTable.rows(
                "evidence.md",
                "NIK",
                "NISN",
                "NIK nearly",
                "NISN nearly",
                "NISN on another row",
                "result")
                .stream();
    }

    @ParameterizedTest
    @MethodSource("casesOfTheRulePage")
    void a_case_of_the_rule_page(List<String> row) {
        List<Candidate> candidates = new ArrayList<>();
        for (String name : List.of("A", "B")) {
            Candidate candidate =
                    new Candidate(
                            id(name),
                            fit(name, row.get(0), row.get(2)),
                            fit(name, row.get(1), row.get(3)));
            if (candidate.nik() != KeyFit.OTHER || candidate.nisn() != KeyFit.OTHER) {
                candidates.add(candidate);
            }
        }
        assertThat(text(PupilRule.of(candidates, row.get(4).equals("yes")))).isEqualTo(row.get(5));
    }

    private static KeyFit fit(String name, String same, String near) {
        if (Set.of(same.split(", ")).contains(name)) {
            return KeyFit.SAME;
        }
        return Set.of(near.split(", ")).contains(name) ? KeyFit.ONE_DIGIT_OFF : KeyFit.OTHER;
    }

    private static UUID id(String name) {
        return new UUID(0, name.charAt(0));
    }

    private static String name(UUID id) {
        return String.valueOf((char) id.getLeastSignificantBits());
    }

    private static String text(PupilRule.Verdict verdict) {
        if (verdict instanceof PupilRule.Is is) {
            return name(is.memberId());
        }
        if (verdict instanceof PupilRule.ToSettle toSettle) {
            return toSettle.candidates().stream()
                    .map(candidate -> name(candidate.memberId()))
                    .collect(Collectors.joining(", ", toSettle.reason() + ": ", ""));
        }
        return "unknown";
    }

    @Test
    void dropped_zeros_are_never_certain() {
        Candidate candidate = new Candidate(id("A"), KeyFit.NOT_STATED, KeyFit.ZEROS_MISSING);
        assertThat(PupilRule.of(List.of(candidate), false))
                .isEqualTo(new PupilRule.ToSettle(PupilRule.Reason.NEAR, List.of(candidate)));
    }
}
