package id.pkh.verification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.testsupport.RuleTable;
import id.pkh.verification.decision.Decision;
import id.pkh.verification.decision.domain.LiftReason;
import id.pkh.verification.decision.domain.Measure;
import id.pkh.verification.decision.domain.MoneyEffect;
import id.pkh.verification.decision.domain.NoticeRoute;
import id.pkh.verification.notice.ComposeNotice.FamilyDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Letters promise what disbursement pays: each row of {@code docs/rules/entitlement.md}, by which
 * the payments are tested, is the letter of its first decision.
 */
class LetterPromisesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 20);
    private static final LocalDate NOT_YET = LocalDate.of(2026, 8, 1);
    private static final String STOPS = "bantuan tidak dibayarkan lagi";
    private static final String WILL_BE_PAID = "akan dibayarkan";

    private final ComposeNotice compose = new ComposeNotice(new NoticeTexts());

    /** A decision of a row, such as {@code HOLD 2026-04-01 lifted OFFICER}. */
    private record Fact(Measure measure, MoneyEffect effect, String since, LiftReason lift) {

        static Fact of(String text) {
            String[] words = text.split(" ");
            boolean isSuspension = Set.of("HOLD", "FORFEIT").contains(words[0]);
            String since = words.length > 2 ? words[2] : "in effect";
            return new Fact(
                    isSuspension ? Measure.SUSPEND : Measure.valueOf(words[0]),
                    isSuspension ? MoneyEffect.valueOf(words[0]) : MoneyEffect.NONE,
                    since,
                    since.equals("lifted") ? LiftReason.valueOf(words[3]) : null);
        }

        boolean isInEffect() {
            return since.equals("in effect");
        }

        boolean isLifted() {
            return lift != null;
        }

        Decision decision() {
            return LetterPromisesTest.decision(
                    measure,
                    effect,
                    since.equals("taken") ? null : DAY,
                    !since.equals("taken"),
                    since.equals("stayed"),
                    lift);
        }
    }

    private static Stream<List<Fact>> facts(List<String> rows) {
        return rows.stream().map(row -> Arrays.stream(row.split("; ")).map(Fact::of).toList());
    }

    @TestFactory
    Stream<DynamicTest> after_a_lift_a_letter_promises_what_is_given_back() {
        return RuleTable.rows("entitlement.md", "stood at sealing", "given back").stream()
                .filter(row -> Fact.of(row.get(0).split("; ")[0]).isLifted())
                // a family that never entered the programme was never paid
                .filter(row -> !row.get(0).startsWith("INELIGIBLE"))
                // page and letter both leave it open which measure an officer without a reason
                // lifted
                .filter(row -> !row.get(0).equals("TERMINATE 2026-04-01 lifted OFFICER"))
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.get(0),
                                        () -> promises(row.get(0), row.get(1).equals("yes"))));
    }

    private void promises(String row, boolean isGivenBack) {
        List<Fact> facts = facts(List.of(row)).findFirst().orElseThrow();
        boolean isOtherInEffect = facts.stream().skip(1).anyMatch(Fact::isInEffect);
        boolean isOtherLost =
                facts.stream().skip(1).anyMatch(other -> other.isLifted() && !isPaid(other));
        String text = text(facts.get(0), isOtherInEffect);
        if (isOtherLost) {
            // the letter of the other decision says that its money is lost
            assertThat(text(facts.get(1), false)).contains("tetap tidak dibayarkan");
        } else if (isGivenBack) {
            assertThat(text).contains(WILL_BE_PAID);
        } else {
            assertThat(text).doesNotContain(WILL_BE_PAID);
        }
    }

    private static boolean isPaid(Fact lifted) {
        return lifted.effect() == MoneyEffect.HOLD || lifted.lift().undoes();
    }

    @TestFactory
    Stream<DynamicTest> a_letter_says_what_is_withheld_now() {
        return RuleTable.rows(
                        "entitlement.md", "family", "apart from decisions", "decisions", "status")
                .stream()
                .filter(row -> row.get(2).matches("[A-Z]+ 2026-04-01( taken| stayed)?"))
                .filter(row -> !row.get(2).startsWith("NONE") && !row.get(2).startsWith("REIN"))
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.get(2), () -> withholds(row.get(2), row.get(3))));
    }

    private void withholds(String decision, String status) {
        Fact fact = Fact.of(decision);
        String text = text(fact, false);
        switch (status) {
            case "HELD" ->
                    assertThat(text)
                            .contains("ditangguhkan mulai tanggal 1 April 2026")
                            .contains("yang ditahan akan dibayarkan setelah penangguhan dicabut");
            case "FORFEITED" ->
                    assertThat(text)
                            .contains("ditangguhkan mulai tanggal 1 April 2026")
                            .contains("tidak dibayarkan")
                            .doesNotContain(WILL_BE_PAID);
            case "NOT_ELIGIBLE" -> {
                assertThat(text)
                        .contains("mulai tanggal 1 April 2026")
                        .doesNotContain(WILL_BE_PAID);
                if (fact.measure() != Measure.INELIGIBLE) {
                    assertThat(text).contains(STOPS);
                }
            }
            default ->
                    assertThat(text)
                            .containsAnyOf(
                                    "baru berlaku setelah disampaikan kepada keluarga",
                                    "Sampai keberatan diputuskan, keputusan ini tidak berlaku");
        }
        assertThat(text).contains("keberatan");
    }

    private String text(Fact fact, boolean isOtherInEffect) {
        return compose.decided(
                        new FamilyDecision(fact.decision(), isOtherInEffect),
                        new AppealTerm(TODAY.plusDays(10), 30),
                        TODAY)
                .text();
    }

    @Test
    void a_decision_that_was_lifted_before_its_effect_withheld_nothing() {
        for (Measure measure : Measure.values()) {
            for (LiftReason reason : LiftReason.values()) {
                if (measure.isAgainstFamily()) {
                    String text =
                            compose.decided(
                                            new FamilyDecision(
                                                    decision(
                                                            measure,
                                                            effectOf(measure),
                                                            NOT_YET,
                                                            false,
                                                            false,
                                                            reason),
                                                    false),
                                            null,
                                            TODAY)
                                    .text();
                    assertThat(text)
                            .contains("dicabut sebelum berlaku")
                            .contains("tidak ada bantuan yang ditahan")
                            .doesNotContain(WILL_BE_PAID)
                            .doesNotContain("keberatan");
                }
            }
        }
    }

    @Test
    void a_delivered_decision_names_the_day_that_comes_and_an_undelivered_one_no_day_of_the_past() {
        assertThat(textOf(NOT_YET)).contains("mulai tanggal 1 Agustus 2026");
        assertThat(textOf(null))
                .contains("mulai tanggal 20 April 2026")
                .contains("paling awal")
                .doesNotContain("1 April 2026");
    }

    private String textOf(LocalDate due) {
        return compose.decided(
                        new FamilyDecision(
                                decision(Measure.MOVE, MoneyEffect.NONE, due, false, false, null),
                                false),
                        new AppealTerm(null, 30),
                        TODAY)
                .text();
    }

    private static MoneyEffect effectOf(Measure measure) {
        return measure == Measure.SUSPEND ? MoneyEffect.FORFEIT : MoneyEffect.NONE;
    }

    private static Decision decision(
            Measure measure,
            MoneyEffect effect,
            LocalDate due,
            boolean isInEffect,
            boolean isStayed,
            LiftReason lift) {
        return new Decision(
                new UUID(0, 1),
                null,
                null,
                new UUID(0, 2),
                new UUID(0, 3),
                measure,
                effect,
                DAY,
                "REASON",
                "visited",
                "officer-1",
                "officer-2",
                DAY,
                Instant.EPOCH,
                new UUID(0, 4),
                false,
                due == null
                        ? null
                        : new Decision.Delivery(new UUID(0, 5), NoticeRoute.LETTER, DAY, DAY, due),
                isInEffect ? due : null,
                isStayed,
                null,
                lift == null
                        ? null
                        : new Decision.Lift(lift, "note", "officer-3", TODAY, Instant.EPOCH));
    }
}
