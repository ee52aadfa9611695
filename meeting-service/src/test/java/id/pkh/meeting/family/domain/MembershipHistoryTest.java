package id.pkh.meeting.family.domain;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.meeting.family.domain.MembershipHistory.Span;
import id.pkh.meeting.family.domain.MembershipHistory.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipHistoryTest {

    private static final String A = "17.71.08.1001-01";
    private static final String B = "17.71.08.1001-02";
    private static final String C = "17.71.08.1001-03";

    @Test
    void aFamilyIsInItsGroupFromTheFirstDayOn() {
        assertThat(MembershipHistory.of(List.of(said(1, "2025-01-01", A))))
                .containsExactly(span(A, "ACTIVE", "2025-01-01", null));
    }

    @Test
    void aFamilyWithoutAGroupIsInNone() {
        assertThat(MembershipHistory.of(List.of(said(1, "2025-01-01", null)))).isEmpty();
    }

    @Test
    void aMovedFamilyWasInTheOldGroupUntilTheDayBefore() {
        assertThat(
                        MembershipHistory.of(
                                List.of(said(1, "2025-01-01", A), said(2, "2026-03-01", B))))
                .containsExactly(
                        span(A, "ACTIVE", "2025-01-01", "2026-02-28"),
                        span(B, "ACTIVE", "2026-03-01", null));
    }

    @Test
    void aCorrectionOfTheDayOfAMoveReplacesIt() {
        assertThat(
                        MembershipHistory.of(
                                List.of(
                                        said(1, "2025-01-01", A),
                                        said(2, "2026-03-01", B),
                                        said(3, "2026-02-15", C))))
                .containsExactly(
                        span(A, "ACTIVE", "2025-01-01", "2026-02-14"),
                        span(C, "ACTIVE", "2026-02-15", null));
    }

    @Test
    void aLateChangeOfSomethingElseDoesNotDragTheMoveBack() {
        assertThat(
                        MembershipHistory.of(
                                List.of(
                                        said(1, "2025-01-01", A),
                                        said(2, "2026-03-01", B),
                                        said(3, "2025-07-14", B))))
                .containsExactly(
                        span(A, "ACTIVE", "2025-01-01", "2026-02-28"),
                        span(B, "ACTIVE", "2026-03-01", null));
    }

    @Test
    void aLateChangeOfStatusSplitsTheSpanAndLeavesTheGroupsAlone() {
        assertThat(
                        MembershipHistory.of(
                                List.of(
                                        said(1, "2025-01-01", A),
                                        said(2, "2026-03-01", B),
                                        new Version(
                                                3,
                                                day("2026-02-01"),
                                                B,
                                                new FamilyStatus("SUSPENDED")))))
                .containsExactly(
                        span(A, "ACTIVE", "2025-01-01", "2026-01-31"),
                        span(A, "SUSPENDED", "2026-02-01", "2026-02-28"),
                        span(B, "SUSPENDED", "2026-03-01", null));
    }

    @Test
    void aFamilyThatReturnsHasTwoSpansInTheGroup() {
        assertThat(
                        MembershipHistory.of(
                                List.of(
                                        said(1, "2025-01-01", A),
                                        said(2, "2025-06-01", null),
                                        said(3, "2026-01-01", A))))
                .containsExactly(
                        span(A, "ACTIVE", "2025-01-01", "2025-05-31"),
                        span(A, "ACTIVE", "2026-01-01", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INELIGIBLE", "GRADUATED", "MOVED", "DECEASED", "TERMINATED"})
    void aFamilyThatLeftTheProgrammeIsInNoGroup(String status) {
        assertThat(
                        MembershipHistory.of(
                                List.of(
                                        said(1, "2025-01-01", A),
                                        new Version(
                                                2,
                                                day("2026-02-10"),
                                                A,
                                                new FamilyStatus(status)))))
                .containsExactly(span(A, "ACTIVE", "2025-01-01", "2026-02-09"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INELIGIBLE", "GRADUATED", "MOVED", "DECEASED", "TERMINATED"})
    void aFamilyThatCameBackIsInItsGroupAgain(String status) {
        assertThat(MembershipHistory.of(backFrom(status, "2026-05-01")))
                .containsExactly(
                        span(A, "ACTIVE", "2025-01-01", "2026-02-09"),
                        span(A, "ACTIVE", "2026-05-01", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INELIGIBLE", "GRADUATED", "MOVED", "DECEASED", "TERMINATED"})
    void aFamilyWhoseExitIsUndoneBeforeItsDayNeverLeftItsGroup(String status) {
        assertThat(MembershipHistory.of(backFrom(status, "2026-02-01")))
                .containsExactly(span(A, "ACTIVE", "2025-01-01", null));
    }

    private static List<Version> backFrom(String status, String on) {
        return List.of(
                said(1, "2025-01-01", A),
                new Version(2, day("2026-02-10"), A, new FamilyStatus(status)),
                new Version(3, day(on), A, new FamilyStatus("ACTIVE")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CANDIDATE", "ELIGIBLE", "SUSPENDED", "A_STATUS_OF_LATER_YEARS"})
    void anyOtherFamilyStaysInItsGroup(String status) {
        assertThat(
                        MembershipHistory.of(
                                List.of(
                                        new Version(
                                                1,
                                                day("2025-01-01"),
                                                A,
                                                new FamilyStatus(status)))))
                .containsExactly(span(A, status, "2025-01-01", null));
    }

    @Test
    void theOrderOfArrivalDoesNotMatter() {
        Random random = new Random(20260115);
        for (int round = 0; round < 500; round++) {
            List<Version> versions = randomVersions(random);
            List<Span> expected = MembershipHistory.of(versions);
            List<Version> shuffled = new ArrayList<>(versions);
            Collections.shuffle(shuffled, random);
            assertThat(MembershipHistory.of(shuffled)).isEqualTo(expected);
        }
    }

    @Test
    void spansNeverOverlapAndNeverEndBeforeTheyBegin() {
        Random random = new Random(4711);
        for (int round = 0; round < 500; round++) {
            LocalDate free = LocalDate.MIN;
            for (Span span : MembershipHistory.of(randomVersions(random))) {
                assertThat(span.from()).isAfterOrEqualTo(free);
                if (span.until() != null) {
                    assertThat(span.until()).isAfterOrEqualTo(span.from());
                    free = span.until().plusDays(1);
                }
            }
        }
    }

    private static List<Version> randomVersions(Random random) {
        String[] groups = {A, B, C, null};
        String[] statuses = {"ACTIVE", "ACTIVE", "SUSPENDED", "GRADUATED"};
        List<Version> versions = new ArrayList<>();
        for (int version = 1; version <= 1 + random.nextInt(6); version++) {
            versions.add(
                    new Version(
                            version,
                            day("2026-01-01").plusDays(random.nextInt(60)),
                            groups[random.nextInt(groups.length)],
                            new FamilyStatus(statuses[random.nextInt(statuses.length)])));
        }
        return versions;
    }

    private static Version said(long version, String from, String group) {
        return new Version(version, day(from), group, new FamilyStatus("ACTIVE"));
    }

    private static Span span(String group, String status, String from, String until) {
        return new Span(
                group, new FamilyStatus(status), day(from), until == null ? null : day(until));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
