package id.pkh.verification.compliance.persistence;

import static id.pkh.platform.persistence.SqlArrays.uuids;
import static java.util.stream.Collectors.toSet;

import id.pkh.platform.persistence.Database;
import id.pkh.verification.compliance.ComplianceFacts;
import id.pkh.verification.compliance.ExemptMonths;
import id.pkh.verification.compliance.domain.AnsweringPoint;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.compliance.domain.MemberComponent;
import id.pkh.verification.compliance.domain.MemberFacts;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.compliance.domain.PointReport;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Facts of a whole chunk of families in nine queries. */
@ApplicationScoped
class JdbcComplianceFacts implements ComplianceFacts {

    private record MemberRow(
            UUID kpmId,
            UUID memberId,
            String component,
            String villageCode,
            YearMonth birthMonth,
            LocalDate componentSince,
            LocalDate componentUntil,
            String schoolId) {}

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
    public Map<UUID, List<MemberFacts>> of(
            Collection<UUID> kpmIds, VerificationPeriod quarter, CommitmentPolicy policy) {
        Map<UUID, List<MemberFacts>> facts = new HashMap<>();
        database.query(
                        "SELECT kpm_id FROM kpm WHERE kpm_id = ANY (:kpms)",
                        q -> q.bind("kpms", uuids(kpmIds)).mapTo(UUID.class).list())
                .forEach(kpmId -> facts.put(kpmId, new ArrayList<>()));
        List<MemberRow> members =
                database.query(
                        "SELECT m.*, k.village_code FROM kpm_member m JOIN kpm k USING (kpm_id)"
                                + " WHERE m.kpm_id = ANY (:kpms)",
                        q ->
                                q.bind("kpms", uuids(facts.keySet()))
                                        .map(database.rowsAs(MemberRow.class))
                                        .list());
        Set<UUID> memberIds = members.stream().map(MemberRow::memberId).collect(toSet());
        Map<UUID, Map<YearMonth, List<EvidenceLine>>> shown = evidence.of(memberIds, quarter);
        ExemptMonths.Exempt exempt = exemptMonths.of(facts.keySet());
        Map<UUID, Set<VerificationPeriod>> onForms =
                servicePoints.quartersOnForms(memberIds, quarter);
        Function<MemberRow, Set<VerificationPeriod>> formsOfPoint =
                formsOfPoint(members, memberIds, quarter, policy);
        for (MemberRow m : members) {
            Set<VerificationPeriod> forms = new HashSet<>(formsOfPoint.apply(m));
            forms.addAll(onForms.getOrDefault(m.memberId(), Set.of()));
            facts.get(m.kpmId())
                    .add(
                            new MemberFacts(
                                    new MemberComponent(m.memberId(), m.component()),
                                    m.birthMonth(),
                                    m.componentSince(),
                                    m.componentUntil(),
                                    m.schoolId() != null,
                                    entries(shown.getOrDefault(m.memberId(), Map.of())),
                                    exempt.monthsOf(m.kpmId(), m.memberId()),
                                    forms));
        }
        return facts;
    }

    private static Map<YearMonth, List<MonthEvidence>> entries(
            Map<YearMonth, List<EvidenceLine>> lines) {
        Map<YearMonth, List<MonthEvidence>> entries = new HashMap<>();
        lines.forEach(
                (month, counted) ->
                        entries.put(month, counted.stream().map(EvidenceLine::entry).toList()));
        return entries;
    }

    /**
     * The quarters for which the school, or the health service, reported for a member's village.
     */
    private Function<MemberRow, Set<VerificationPeriod>> formsOfPoint(
            List<MemberRow> members,
            Set<UUID> memberIds,
            VerificationPeriod quarter,
            CommitmentPolicy policy) {
        Map<String, Set<PointReport>> schools =
                servicePoints.schoolReports(
                        members.stream()
                                .map(MemberRow::schoolId)
                                .filter(Objects::nonNull)
                                .collect(toSet()),
                        quarter);
        AnsweringPoint health =
                servicePoints.health(
                        memberIds,
                        members.stream().map(MemberRow::villageCode).collect(toSet()),
                        quarter);
        Set<String> schoolComponents = policy.componentsShownBy(EvidenceKind.SCHOOL);
        return m -> {
            if (!schoolComponents.contains(m.component())) {
                return health.quartersWithFormFor(m.memberId(), m.villageCode());
            }
            return m.schoolId() == null
                    ? Set.of()
                    : PointReport.quartersFor(
                            m.villageCode(), schools.getOrDefault(m.schoolId(), Set.of()));
        };
    }
}
