package id.pkh.verification.compliance.domain;

import id.pkh.testsupport.RuleTable;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The policy as the rule page has it, and members built fact by fact. */
final class ComplianceFixture {

    static final LocalDate VALID_FROM = LocalDate.of(2019, 1, 1);
    static final VerificationPeriod Q1 = VerificationPeriod.quarter(2026, 1);
    static final VerificationPeriod Q2 = VerificationPeriod.quarter(2026, 2);
    static final VerificationPeriod Q4 = VerificationPeriod.quarter(2026, 4);

    private static final Pattern PERCENT =
            Pattern.compile("(\\d+) percent of effective days, absence without excuse counted");
    private static final Pattern VISITS = Pattern.compile("(\\d+) visits?");
    private static final Pattern AGES = Pattern.compile("(\\d+) to (\\d+)");
    private static final Pattern AROUND_BIRTH = Pattern.compile("birth (-?\\d) to (-?\\d)");
    private static final Pattern AND_MORE = Pattern.compile("(\\d+) and more");

    private ComplianceFixture() {}

    static List<Commitment> commitmentsOfTheRulePage() {
        return RuleTable.rows(
                        "commitments.md",
                        "component",
                        "evidence",
                        "requirement",
                        "window, months",
                        "age, months")
                .stream()
                .map(
                        row ->
                                commitment(
                                        row.get(0),
                                        row.get(1),
                                        row.get(2),
                                        row.get(3),
                                        ages(row.get(4))))
                .toList();
    }

    static CommitmentPolicy policyOfTheRulePage() {
        return new CommitmentPolicy(
                "COMMITMENTS-2026", VALID_FROM, "field practice", commitmentsOfTheRulePage());
    }

    /** The version of the rule page that names what is done at a visit. */
    static CommitmentPolicy schedulesOfTheRulePage() {
        return new CommitmentPolicy(
                "SCHEDULES",
                VALID_FROM,
                "a test",
                RuleTable.rows(
                                "commitments.md",
                                "component",
                                "care",
                                "visits",
                                "window, months",
                                "age, months")
                        .stream()
                        .map(ComplianceFixture::scheduled)
                        .toList());
    }

    private static Commitment scheduled(List<String> row) {
        Care care = row.get(1).equals("any") ? null : Care.valueOf(row.get(1));
        int visits = Integer.parseInt(row.get(2));
        Matcher birth = AROUND_BIRTH.matcher(row.get(3));
        return birth.matches()
                ? new BirthCare(
                        row.get(0),
                        care,
                        visits,
                        Integer.parseInt(birth.group(1)),
                        Integer.parseInt(birth.group(2)))
                : new HealthVisits(
                        row.get(0), ages(row.get(4)), care, visits, Integer.parseInt(row.get(3)));
    }

    private static Commitment commitment(
            String component, String evidence, String requirement, String window, AgeRange ages) {
        Matcher percent = PERCENT.matcher(requirement);
        if (evidence.equals("SCHOOL") && percent.matches() && window.equals("1")) {
            return new SchoolAttendance(component, ages, Integer.parseInt(percent.group(1)), false);
        }
        Matcher visits = VISITS.matcher(requirement);
        if (evidence.equals("HEALTH") && visits.matches()) {
            return new HealthVisits(
                    component, ages, Integer.parseInt(visits.group(1)), Integer.parseInt(window));
        }
        throw new AssertionError("the rule page has a requirement nobody can read: " + requirement);
    }

    private static AgeRange ages(String text) {
        Matcher range = AGES.matcher(text);
        if (range.matches()) {
            return new AgeRange(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
        }
        Matcher more = AND_MORE.matcher(text);
        return more.matches() ? new AgeRange(Integer.parseInt(more.group(1)), null) : AgeRange.ANY;
    }

    static Facts pupil() {
        return new Facts("SD").bornIn("2016-05");
    }

    static Facts infant() {
        return new Facts("EARLY_CHILD").bornIn("2024-06");
    }

    static Facts member(String component) {
        return new Facts(component).bornIn("1990-01");
    }

    /**
     * A member whose component holds since long ago, with a school on record and no evidence at
     * all.
     */
    static final class Facts {

        private final String component;
        private YearMonth birthMonth;
        private LocalDate since = LocalDate.of(2024, 1, 1);
        private LocalDate until;
        private boolean schoolRecorded = true;
        private final Map<YearMonth, List<MonthEvidence>> evidence = new HashMap<>();
        private final Set<YearMonth> exempt = new HashSet<>();
        private final Set<VerificationPeriod> forms = new HashSet<>();

        private Facts(String component) {
            this.component = component;
        }

        Facts bornIn(String month) {
            birthMonth = month == null ? null : YearMonth.parse(month);
            return this;
        }

        Facts since(String day) {
            since = LocalDate.parse(day);
            return this;
        }

        Facts until(String day) {
            until = LocalDate.parse(day);
            return this;
        }

        Facts withoutSchool() {
            schoolRecorded = false;
            return this;
        }

        Facts days(String month, int alpa, int izin, int sakit, int jml) {
            return shows(month, new SchoolMonth(alpa, izin, sakit, jml));
        }

        Facts visits(String month, int visits) {
            return shows(month, HealthMonth.visits(visits));
        }

        Facts done(String month, int visits, Care... cares) {
            return shows(month, HealthMonth.visits(visits, cares));
        }

        Facts closed(String month) {
            return shows(month, HealthMonth.CLOSED);
        }

        Facts exempt(String month) {
            exempt.add(YearMonth.parse(month));
            return this;
        }

        Facts formCame(VerificationPeriod quarter) {
            forms.add(quarter);
            return this;
        }

        private Facts shows(String month, MonthEvidence entry) {
            evidence.computeIfAbsent(YearMonth.parse(month), any -> new ArrayList<>()).add(entry);
            return this;
        }

        MemberFacts build() {
            return new MemberFacts(
                    new MemberComponent(UUID.nameUUIDFromBytes(component.getBytes()), component),
                    birthMonth,
                    since,
                    until,
                    schoolRecorded,
                    evidence,
                    exempt,
                    forms);
        }
    }
}
