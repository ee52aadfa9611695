package id.pkh.verification.compliance.persistence;

import static id.pkh.platform.persistence.SqlArrays.uuids;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.compliance.ComplianceFacts;
import id.pkh.verification.compliance.ExemptMonths;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.compliance.domain.MemberComponent;
import id.pkh.verification.compliance.domain.MemberFacts;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.compliance.persistence.KnownFacts.Person;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Facts of a whole chunk of families in a few queries. */
@ApplicationScoped
class JdbcComplianceFacts implements ComplianceFacts {

    private static final String COMPONENTS =
            "SELECT k.kpm_id, k.village_code, m.member_id, m.component, m.birth_month, m.component_since,"
                    + " m.component_until, m.school_id FROM kpm k LEFT JOIN kpm_member m USING (kpm_id)"
                    + " WHERE k.kpm_id = ANY (:kpms)";

    private final Database database;
    private final EvidenceRows evidence;
    private final ServicePointRows servicePoints;
    private final ExemptMonths exemptMonths;

    JdbcComplianceFacts(
            Database database,
            EvidenceRows evidence,
            ServicePointRows servicePoints,
            ExemptMonths exemptMonths) {
        this.database = database;
        this.evidence = evidence;
        this.servicePoints = servicePoints;
        this.exemptMonths = exemptMonths;
    }

    @Override
    public Known of(Collection<UUID> kpmIds, Collection<Asked> all) {
        List<ComponentRow> rows =
                database.query(
                        COMPONENTS,
                        q ->
                                q.bind("kpms", uuids(kpmIds))
                                        .map(database.rowsAs(ComponentRow.class))
                                        .list());
        Map<UUID, Map<YearMonth, List<EvidenceLine>>> shown = evidenceBehind(rows, all);
        ExemptMonths.Exempt exempt = exemptMonths.of(kpmIds);
        Map<UUID, List<Person>> families = new HashMap<>();
        for (ComponentRow row : rows) {
            List<Person> family = families.computeIfAbsent(row.kpmId(), any -> new ArrayList<>());
            if (row.memberId() != null) {
                family.add(
                        new Person(
                                row,
                                new MemberFacts(
                                        new MemberComponent(row.memberId(), row.component()),
                                        row.birthMonth(),
                                        row.componentSince(),
                                        row.componentUntil(),
                                        row.schoolId() != null,
                                        entries(shown.getOrDefault(row.memberId(), Map.of())),
                                        exempt.monthsOf(row.kpmId(), row.memberId()),
                                        Set.of())));
            }
        }
        return new KnownFacts(
                families,
                new FormsOfPeople(servicePoints, quarter(all, true), quarter(all, false)));
    }

    private static VerificationPeriod quarter(Collection<Asked> all, boolean isFirst) {
        Comparator<VerificationPeriod> order = Comparator.naturalOrder();
        return all.stream()
                .map(Asked::quarter)
                .min(isFirst ? order : order.reversed())
                .orElseThrow();
    }

    /**
     * The lines of each person from the month on which the windows of her component reach back to.
     * In most quarters these are three months; only windows of half a year and of a year reach
     * further, when they end.
     */
    private Map<UUID, Map<YearMonth, List<EvidenceLine>>> evidenceBehind(
            List<ComponentRow> rows, Collection<Asked> all) {
        Map<String, Optional<YearMonth>> reach = new HashMap<>();
        Map<UUID, YearMonth> firstMonths = new HashMap<>();
        for (ComponentRow row : rows) {
            if (row.memberId() != null) {
                reach.computeIfAbsent(row.component(), component -> firstMonth(component, all))
                        .ifPresent(
                                month ->
                                        firstMonths.merge(
                                                row.memberId(),
                                                month,
                                                (a, b) -> a.isBefore(b) ? a : b));
            }
        }
        YearMonth until = quarter(all, false).lastMonth();
        Map<UUID, Map<YearMonth, List<EvidenceLine>>> lines = new HashMap<>();
        firstMonths.entrySet().stream()
                .collect(groupingBy(Map.Entry::getValue, mapping(Map.Entry::getKey, toSet())))
                .forEach((from, members) -> lines.putAll(evidence.between(members, from, until)));
        return lines;
    }

    private static Optional<YearMonth> firstMonth(String component, Collection<Asked> all) {
        return all.stream()
                .flatMap(
                        asked ->
                                asked
                                        .policy()
                                        .firstMonthBehind(component, asked.quarter())
                                        .stream())
                .min(Comparator.naturalOrder());
    }

    private static Map<YearMonth, List<MonthEvidence>> entries(
            Map<YearMonth, List<EvidenceLine>> lines) {
        Map<YearMonth, List<MonthEvidence>> entries = new HashMap<>();
        lines.forEach(
                (month, counted) ->
                        entries.put(month, counted.stream().map(EvidenceLine::entry).toList()));
        return entries;
    }
}
