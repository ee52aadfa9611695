package id.pkh.verification.compliance.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import id.pkh.verification.compliance.ComplianceFacts.Asked;
import id.pkh.verification.compliance.domain.AnsweringPoint;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.compliance.domain.PointReport;
import id.pkh.verification.compliance.persistence.ServicePointRows.OnForm;
import id.pkh.verification.compliance.persistence.ServicePointRows.Serves;
import id.pkh.verification.signal.domain.VerificationPeriod;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Stream;

/**
 * The quarters with a form that contains people, or should have contained them. People are few:
 * only those whose evidence is missing are asked for.
 */
final class FormsOfPeople {

    /** The longest window is a year, so its first quarter is three quarters back. */
    private static final int REACH_MONTHS = 9;

    private final ServicePointRows rows;
    private final YearMonth firstQuarter;
    private final YearMonth lastQuarter;

    private final Set<ComponentRow> known = new HashSet<>();
    private final Map<UUID, List<OnForm>> onForms = new HashMap<>();
    private final Map<String, Set<PointReport>> ofSchools = new HashMap<>();
    private final Map<String, Set<PointReport>> ofHealth = new HashMap<>();
    private final Map<String, Set<String>> ofVillage = new HashMap<>();
    private final Map<String, Set<String>> ofSubDistrict = new HashMap<>();

    /**
     * @param first the first quarter that is asked for
     */
    FormsOfPeople(ServicePointRows rows, VerificationPeriod first, VerificationPeriod last) {
        this.rows = rows;
        this.firstQuarter = reach(first);
        this.lastQuarter = last.firstMonth();
    }

    private static YearMonth reach(VerificationPeriod quarter) {
        return quarter.firstMonth().minusMonths(REACH_MONTHS);
    }

    /** Reads what is not known yet about people. */
    void read(Collection<ComponentRow> people) {
        List<ComponentRow> added = people.stream().filter(known::add).toList();
        if (added.isEmpty()) {
            return;
        }
        onForms.putAll(
                rows.onForms(
                        those(added, ComponentRow::memberId, onForms.keySet()),
                        firstQuarter,
                        lastQuarter));
        ofSchools.putAll(
                reports(
                        EvidenceKind.SCHOOL,
                        those(added, ComponentRow::schoolId, ofSchools.keySet())));
        List<Serves> serving =
                rows.serving(
                        those(
                                added,
                                row -> AnsweringPoint.subDistrictOf(row.villageCode()),
                                ofSubDistrict.keySet()));
        ofVillage.putAll(serving.stream().collect(pointsBy(Serves::villageCode)));
        ofSubDistrict.putAll(
                serving.stream()
                        .collect(pointsBy(s -> AnsweringPoint.subDistrictOf(s.villageCode()))));
        Set<String> points =
                added.stream()
                        .flatMap(row -> onForms.getOrDefault(row.memberId(), List.of()).stream())
                        .filter(form -> form.kind() == EvidenceKind.HEALTH)
                        .map(OnForm::pointCode)
                        .collect(toSet());
        serving.forEach(serves -> points.add(serves.pointCode()));
        points.removeAll(ofHealth.keySet());
        ofHealth.putAll(reports(EvidenceKind.HEALTH, points));
    }

    private static <T> Set<T> those(
            List<ComponentRow> people, Function<ComponentRow, T> of, Set<T> butNot) {
        return people.stream()
                .map(of)
                .filter(Objects::nonNull)
                .filter(each -> !butNot.contains(each))
                .collect(toSet());
    }

    private Map<String, Set<PointReport>> reports(EvidenceKind kind, Set<String> points) {
        return rows.reports(kind, points, firstQuarter, lastQuarter);
    }

    private static Collector<Serves, ?, Map<String, Set<String>>> pointsBy(
            Function<Serves, String> area) {
        return groupingBy(area, mapping(Serves::pointCode, toSet()));
    }

    /** The quarters for which a form with the person came, or for her village. */
    Set<VerificationPeriod> quarters(ComponentRow person, Asked asked) {
        Set<VerificationPeriod> quarters = new HashSet<>(ofPoint(person, asked));
        forms(person).map(OnForm::quarter).forEach(quarters::add);
        return quarters;
    }

    private Set<VerificationPeriod> ofPoint(ComponentRow person, Asked asked) {
        if (asked.policy().componentsShownBy(EvidenceKind.SCHOOL).contains(person.component())) {
            return person.schoolId() == null
                    ? Set.of()
                    : PointReport.quartersFor(
                            person.villageCode(),
                            ofSchools.getOrDefault(person.schoolId(), Set.of()));
        }
        Map<UUID, String> last = new HashMap<>();
        forms(person)
                .filter(form -> form.kind() == EvidenceKind.HEALTH)
                .filter(form -> isWithinReach(form.quarterStart(), asked.quarter()))
                .forEach(form -> last.put(person.memberId(), form.pointCode()));
        return new AnsweringPoint(last, ofVillage, ofSubDistrict, ofHealth)
                .quartersWithFormFor(person.memberId(), person.villageCode());
    }

    private Stream<OnForm> forms(ComponentRow person) {
        return onForms.getOrDefault(person.memberId(), List.of()).stream();
    }

    private static boolean isWithinReach(YearMonth start, VerificationPeriod quarter) {
        return !start.isBefore(reach(quarter)) && !start.isAfter(quarter.firstMonth());
    }
}
