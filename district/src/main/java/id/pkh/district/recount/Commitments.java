package id.pkh.district.recount;

import id.pkh.district.recount.Facts.HealthMonth;
import id.pkh.district.recount.Facts.Person;
import id.pkh.district.recount.Facts.SchoolMonth;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A second implementation of docs/rules/commitments.md. */
final class Commitments {

    static final String MET = "MET";
    static final String NOT_MET = "NOT_MET";
    static final String NOT_VERIFIED = "NOT_VERIFIED";
    static final String EXEMPT = "EXEMPT";
    static final String NOT_DUE = "NOT_DUE";
    private static final List<String> WORST_FIRST =
            List.of(NOT_MET, NOT_VERIFIED, MET, EXEMPT, NOT_DUE);
    private static final String FACILITATOR = "FACILITATOR";
    private static final String SERVICE_POINT = "SERVICE_POINT";

    private final FormInput forms;
    private final YearMonth first;

    Commitments(FormInput forms, YearMonth firstMonthOfQuarter) {
        this.forms = forms;
        this.first = firstMonthOfQuarter;
    }

    ExpectedMember assess(Person person) {
        boolean school = Set.of("SD", "SMP", "SMA").contains(person.component());
        String result = school ? school(person) : health(person);
        Set<String> whose = Set.of();
        if (result.equals(NOT_VERIFIED)) {
            whose = school ? schoolAttribution(person) : healthAttribution(person);
        }
        return new ExpectedMember(person.nik(), person.component(), result, whose);
    }

    private String school(Person person) {
        List<String> windows = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            YearMonth month = first.plusMonths(i);
            windows.add(
                    person.holdsEveryDayOf(month)
                            ? schoolMonth(forms.school(person.nik(), month.getMonthValue()))
                            : NOT_DUE);
        }
        return worst(windows);
    }

    static String schoolMonth(Optional<SchoolMonth> entry) {
        if (entry.isEmpty()) {
            return NOT_VERIFIED;
        }
        int days = entry.get().effectiveDays();
        if (days == 0) {
            return EXEMPT;
        }
        int attended = days - entry.get().alpa();
        return 100 * attended >= 85 * days ? MET : NOT_MET;
    }

    private String health(Person person) {
        int window = windowMonths(person);
        int last = first.plusMonths(2).getMonthValue();
        if (window > 3 && last % window != 0) {
            return NOT_DUE;
        }
        if (window == 1) {
            List<String> windows = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                windows.add(healthWindow(person, List.of(first.plusMonths(i))));
            }
            return worst(windows);
        }
        List<YearMonth> months = new ArrayList<>();
        for (int back = window - 1; back >= 0; back--) {
            months.add(first.plusMonths(2L - back));
        }
        return healthWindow(person, months);
    }

    private int windowMonths(Person person) {
        return switch (person.component()) {
            case "PREGNANT_POSTPARTUM" -> 3;
            case "EARLY_CHILD" -> ageInMonths(person) < 60 ? 1 : 6;
            default -> 12;
        };
    }

    private long ageInMonths(Person person) {
        return ChronoUnit.MONTHS.between(YearMonth.from(person.birth()), first);
    }

    private String healthWindow(Person person, List<YearMonth> months) {
        List<YearMonth> due = months.stream().filter(person::holdsEveryDayOf).toList();
        if (due.isEmpty()) {
            return NOT_DUE;
        }
        int visits = 0;
        int unknown = 0;
        int closed = 0;
        for (YearMonth month : due) {
            Optional<HealthMonth> entry = forms.health(person.nik(), month.getMonthValue());
            visits += entry.map(HealthMonth::visits).orElse(0);
            unknown += entry.isEmpty() ? 1 : 0;
            closed += entry.map(HealthMonth::closed).orElse(false) ? 1 : 0;
        }
        if (visits >= 1) {
            return MET;
        }
        if (unknown > 0) {
            return NOT_VERIFIED;
        }
        return closed == due.size() ? EXEMPT : NOT_MET;
    }

    private Set<String> schoolAttribution(Person person) {
        boolean heard =
                person.npsn().isEmpty()
                        || forms.schoolsHeard.contains(person.npsn())
                        || forms.onSchoolForm.contains(person.nik());
        return Set.of(heard ? FACILITATOR : SERVICE_POINT);
    }

    /** The files do not name a member's clinic, so without a row either attribution is possible. */
    private Set<String> healthAttribution(Person person) {
        return forms.onHealthForm.contains(person.nik())
                ? Set.of(FACILITATOR)
                : Set.of(FACILITATOR, SERVICE_POINT);
    }

    static String worst(List<String> results) {
        return WORST_FIRST.stream().filter(results::contains).findFirst().orElse(NOT_DUE);
    }
}
