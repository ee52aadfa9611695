package id.pkh.registry.duplicate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.registry.duplicate.domain.Suspicion.Match;
import id.pkh.registry.finding.domain.BirthLikeness;
import id.pkh.registry.identity.domain.PersonName;
import id.pkh.testsupport.RuleTable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of {@code docs/rules/duplicates.md}. */
class DuplicatePageTest {

    private static final String PAGE = "duplicates.md";
    private static final String NIK = "1771084203850001";
    private static final LocalDate BORN = LocalDate.parse("1985-03-02");
    private static final UUID ONE = UUID.fromString("01983f2a-6c10-7b3e-9d51-000000000001");
    private static final UUID OTHER = UUID.fromString("f1983f2a-6c10-7b3e-9d51-000000000001");

    static List<List<String>> names() {
        return RuleTable.rows(PAGE, "one name", "other name", "verdict");
    }

    static List<List<String>> niks() {
        return RuleTable.rows(PAGE, "one NIK", "other NIK", "verdict");
    }

    static List<List<String>> suspected() {
        return RuleTable.rows(
                PAGE, "name", "birth", "nik", "pupil number", "distance", "suspected");
    }

    static List<List<String>> compared() {
        return RuleTable.rows(PAGE, "on record", "alike", "facts", "afterwards");
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameIsComparedInBothDirections(List<String> row) {
        PersonName one = PersonName.of(row.get(0));
        PersonName other = PersonName.of(row.get(1));
        assertThat(NameLikeness.of(one, other)).hasToString(row.get(2));
        assertThat(NameLikeness.of(other, one)).hasToString(row.get(2));
    }

    @ParameterizedTest
    @MethodSource("niks")
    void aNikIsComparedInBothDirectionsAndANearOneIsLookedFor(List<String> row) {
        String one = row.get(0);
        String other = row.get(1);
        assertThat(NikLikeness.of(one, other)).hasToString(row.get(2));
        assertThat(NikLikeness.of(other, one)).hasToString(row.get(2));
        assertThat(NikLikeness.near(one).contains(other)).isEqualTo(!row.get(2).equals("OTHER"));
    }

    @Test
    void aNikHasAsManyNearOnesAsThePageSays() {
        assertThat(NikLikeness.near("1234567890123456")).hasSize(159);
        assertThat(NikLikeness.near("1234567890123456"))
                .allMatch(near -> NikLikeness.of("1234567890123456", near) != NikLikeness.OTHER);
    }

    @ParameterizedTest
    @MethodSource("suspected")
    void personsAreSuspectedByTheRowsOfThePage(List<String> row) {
        PersonLikeness likeness =
                new PersonLikeness(
                        NameLikeness.valueOf(row.get(0)),
                        BirthLikeness.valueOf(row.get(1)),
                        NikLikeness.valueOf(row.get(2)),
                        row.get(3).equals("same"),
                        FamilyDistance.valueOf(row.get(4)),
                        0);
        assertThat(likeness.isSuspected()).isEqualTo(row.get(5).equals("yes"));
    }

    @ParameterizedTest
    @MethodSource("compared")
    void aComparisonMakesOfAPairWhatThePageSays(List<String> row) {
        assertThat(
                        PairState.valueOf(row.get(0))
                                .compared(row.get(1).equals("yes"), row.get(2).equals("changed")))
                .hasToString(row.get(3));
    }

    @ParameterizedTest
    @EnumSource(DistinctionReason.class)
    void aReasonIsOnThePage(DistinctionReason reason) {
        assertThat(RuleTable.rows(PAGE, "reason", "when"))
                .anyMatch(row -> row.get(0).equals(reason.name()));
    }

    @Test
    void aPairIsTheSameFromBothSides() {
        ComparedPerson one = person(ONE, "SITI AMINAH", BORN, "a");
        ComparedPerson other = person(OTHER, "SITI AMINAH", BORN, "b");
        Match there = Match.of(one, other).orElseThrow();
        assertThat(Match.of(other, one)).contains(there);
        assertThat(there.pair()).isEqualTo(FamilyPair.of(OTHER, ONE));
        assertThat(there.first()).isEqualTo(one);
        assertThat(there.likeness().points()).isEqualTo(60 + 30 + 10);
    }

    @Test
    void aLeapDayIsComparedInBothDirections() {
        LocalDate leap = LocalDate.parse("2004-02-29");
        LocalDate before = LocalDate.parse("2003-02-28");
        ComparedPerson one = person(ONE, "SITI AMINAH", leap, "a");
        ComparedPerson other = person(OTHER, "SITI AMINAH", before, "b");
        assertThat(PersonLikeness.of(one, other)).isEqualTo(PersonLikeness.of(other, one));
        assertThat(PersonLikeness.of(one, other).birth()).isEqualTo(BirthLikeness.OTHER);
    }

    @Test
    void theFactsAreOthersAsSoonAsAnythingThatWasJudgedChanges() {
        String facts = suspicion("a", "b", null).facts();
        assertThat(suspicion("a", "b", null).facts()).isEqualTo(facts).hasSize(64);
        assertThat(
                        Stream.of(
                                suspicion("c", "b", null).facts(),
                                suspicion("a", "c", null).facts(),
                                suspicion("a", "b", "account").facts()))
                .doesNotHaveDuplicates()
                .doesNotContain(facts);
    }

    @Test
    void theAccountAndFurtherPersonsAddToThePoints() {
        Suspicion one = suspicion("a", "b", null);
        assertThat(one.points()).isEqualTo(100);
        assertThat(suspicion("a", "b", "account").points()).isEqualTo(140);
        Match match = one.matches().get(0);
        assertThat(new Suspicion(one.pair(), null, List.of(match, match)).points()).isEqualTo(110);
        assertThat(new Suspicion(one.pair(), "account", List.of()).points()).isEqualTo(40);
    }

    private static Suspicion suspicion(String stamp, String otherStamp, String account) {
        Match match =
                Match.of(
                                person(ONE, "SITI AMINAH", BORN, stamp),
                                person(OTHER, "SITI AMINAH", BORN, otherStamp))
                        .orElseThrow();
        return new Suspicion(match.pair(), account, List.of(match));
    }

    private static ComparedPerson person(UUID id, String name, LocalDate born, String stamp) {
        return new ComparedPerson(
                id,
                id,
                "17.71.08.1001",
                id.equals(ONE) ? NIK : "3201234203850099",
                PersonName.of(name),
                born,
                null,
                stamp);
    }
}
