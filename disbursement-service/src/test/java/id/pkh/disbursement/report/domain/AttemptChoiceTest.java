package id.pkh.disbursement.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.disbursement.report.domain.AttemptChoice.Sent;
import id.pkh.disbursement.report.domain.BookingRule.Posted;
import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttemptChoiceTest {

    static List<List<String>> rows() {
        return RuleTable.rows(
                "bank-answers.md",
                "attempts sent on, with references of the bank",
                "reference",
                "day",
                "attempt");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theLineIsAboutTheAttemptOfThePage(List<String> row) {
        List<Sent> attempts =
                Arrays.stream(row.get(0).split("; ")).map(AttemptChoiceTest::sent).toList();

        assertThat(
                        1
                                + AttemptChoice.of(
                                        attempts,
                                        row.get(1).equals("none") ? null : row.get(1),
                                        row.get(2).equals("none") ? null : day(row.get(2))))
                .isEqualTo(Integer.parseInt(row.get(3)));
    }

    private static Sent sent(String text) {
        List<String> words = Arrays.asList(text.split(" "));
        Set<String> refs = new HashSet<>(words.subList(1, words.size()));
        refs.remove("none");
        return new Sent(day(words.get(0)), refs);
    }

    private static LocalDate day(String ofApril) {
        return LocalDate.of(2026, 4, Integer.parseInt(ofApril));
    }

    @Test
    void theReferencesOfAnAttemptAreThoseOfItsLastResponseAndItsBookings() {
        LocalDate day = day("20");

        assertThat(Sent.with(day, "R1", new Posted(day, "R2"), new Posted(day, "R3")).bankRefs())
                .containsExactlyInAnyOrder("R1", "R2", "R3");
        assertThat(Sent.with(day, null, new Posted(day, null), null).bankRefs()).isEmpty();
    }
}
