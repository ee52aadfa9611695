package id.pkh.verification.compliance.persistence;

import static id.pkh.verification.Database.ids;

import id.pkh.verification.Database;
import id.pkh.verification.compliance.ComplianceFacts;
import id.pkh.verification.compliance.ExemptMonths;
import id.pkh.verification.compliance.domain.AnsweringPoint;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.compliance.domain.EvidenceKind;
import id.pkh.verification.compliance.domain.MemberComponent;
import id.pkh.verification.compliance.domain.MemberFacts;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Facts of a whole chunk of families in eight queries. */
@ApplicationScoped
class JdbcComplianceFacts implements ComplianceFacts {

    private record Member(
            UUID kpmId,
            MemberComponent member,
            String villageCode,
            YearMonth birthMonth,
            LocalDate since,
            LocalDate until,
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
                "SELECT kpm_id FROM kpm WHERE kpm_id = ANY (?)",
                row -> facts.put(Database.id(row, "kpm_id"), new ArrayList<>()),
                (Object) ids(kpmIds));
        List<Member> members =
                database.query(
                        "SELECT m.*, k.village_code FROM kpm_member m JOIN kpm k USING (kpm_id) WHERE m.kpm_id = ANY (?)",
                        JdbcComplianceFacts::member,
                        (Object) ids(facts.keySet()));
        Set<UUID> memberIds =
                members.stream().map(m -> m.member().memberId()).collect(Collectors.toSet());
        Map<UUID, Map<YearMonth, List<MonthEvidence>>> shown = evidence.of(memberIds, quarter);
        ExemptMonths.Exempt exempt = exemptMonths.of(facts.keySet());
        Set<String> schoolComponents = policy.componentsShownBy(EvidenceKind.SCHOOL);
        Map<String, Set<VerificationPeriod>> schoolForms =
                servicePoints.schoolForms(
                        members.stream()
                                .map(Member::schoolId)
                                .filter(id -> id != null)
                                .collect(Collectors.toSet()),
                        quarter);
        AnsweringPoint health =
                servicePoints.health(
                        memberIds,
                        members.stream().map(Member::villageCode).collect(Collectors.toSet()),
                        quarter);
        Map<UUID, Set<VerificationPeriod>> onForms =
                servicePoints.quartersOnForms(memberIds, quarter);
        for (Member m : members) {
            boolean atSchool = schoolComponents.contains(m.member().component());
            Set<VerificationPeriod> forms =
                    new HashSet<>(onForms.getOrDefault(m.member().memberId(), Set.of()));
            forms.addAll(
                    atSchool
                            ? m.schoolId() == null
                                    ? Set.of()
                                    : schoolForms.getOrDefault(m.schoolId(), Set.of())
                            : health.quartersWithFormFor(m.member().memberId(), m.villageCode()));
            facts.get(m.kpmId())
                    .add(
                            new MemberFacts(
                                    m.member(),
                                    m.birthMonth(),
                                    m.since(),
                                    m.until(),
                                    m.schoolId() != null,
                                    shown.getOrDefault(m.member().memberId(), Map.of()),
                                    exempt.monthsOf(m.kpmId(), m.member().memberId()),
                                    forms));
        }
        return facts;
    }

    private static Member member(ResultSet row) throws SQLException {
        LocalDate birth = Database.date(row, "birth_month");
        return new Member(
                Database.id(row, "kpm_id"),
                new MemberComponent(Database.id(row, "member_id"), row.getString("component")),
                row.getString("village_code"),
                birth == null ? null : YearMonth.from(birth),
                Database.date(row, "component_since"),
                Database.date(row, "component_until"),
                row.getString("school_id"));
    }
}
