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
    private final Map<EvidenceKind, Services> services =
            Map.of(EvidenceKind.HEALTH, new Services(), EvidenceKind.SOCIAL, new Services());

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
        services.forEach((kind, known) -> known.read(kind, added));
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
        EvidenceKind kind = asked.policy().evidenceOf(person.component());
        if (kind == EvidenceKind.SCHOOL) {
            return person.schoolId() == null
                    ? Set.of()
                    : PointReport.quartersFor(
                            person.villageCode(),
                            ofSchools.getOrDefault(person.schoolId(), Set.of()));
        }
        EvidenceKind visits =
                kind == EvidenceKind.SOCIAL ? EvidenceKind.SOCIAL : EvidenceKind.HEALTH;
        return services.get(visits)
                .answering(visits, formsWithin(person, asked.quarter()))
                .quartersWithFormFor(person.memberId(), person.villageCode());
    }

    private List<OnForm> formsWithin(ComponentRow person, VerificationPeriod quarter) {
        return forms(person).filter(f -> isWithinReach(f.quarterStart(), quarter)).toList();
    }

    private Stream<OnForm> forms(ComponentRow person) {
        return onForms.getOrDefault(person.memberId(), List.of()).stream();
    }

    private static boolean isWithinReach(YearMonth start, VerificationPeriod quarter) {
        return !start.isBefore(reach(quarter)) && !start.isAfter(quarter.firstMonth());
    }

    /** What is known of the health services, or of the social services. */
    private final class Services {

        private final Map<String, Set<PointReport>> reports = new HashMap<>();
        private final Map<String, Set<String>> ofVillage = new HashMap<>();
        private final Map<String, Set<String>> ofSubDistrict = new HashMap<>();

        void read(EvidenceKind kind, List<ComponentRow> added) {
            List<Serves> serving =
                    rows.serving(
                            kind,
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
                            .flatMap(FormsOfPeople.this::forms)
                            .filter(form -> form.kind() == kind)
                            .map(OnForm::pointCode)
                            .collect(toSet());
            serving.forEach(serves -> points.add(serves.pointCode()));
            points.removeAll(reports.keySet());
            reports.putAll(FormsOfPeople.this.reports(kind, points));
        }

        AnsweringPoint answering(EvidenceKind kind, List<OnForm> forms) {
            Map<UUID, String> last = new HashMap<>();
            forms.stream()
                    .filter(form -> form.kind() == kind)
                    .forEach(form -> last.put(form.memberId(), form.pointCode()));
            return new AnsweringPoint(last, ofVillage, ofSubDistrict, reports);
        }
    }
}
