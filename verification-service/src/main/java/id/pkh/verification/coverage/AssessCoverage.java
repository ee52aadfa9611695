package id.pkh.verification.coverage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import id.pkh.verification.compliance.CommitmentRules;
import id.pkh.verification.compliance.CountedEvidence;
import id.pkh.verification.compliance.ExemptMonths;
import id.pkh.verification.compliance.domain.AnsweringPoint;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.compliance.domain.EvidenceLine;
import id.pkh.verification.compliance.domain.MemberFacts;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.coverage.domain.CoverageRule;
import id.pkh.verification.coverage.domain.MemberCoverage;
import id.pkh.verification.signal.domain.VerificationPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * Reads the facts about the members behind some codes of a level with one statement for each kind
 * of fact, and lets the rule decide about each member. The figures and the list of members are both
 * made from its result.
 */
@ApplicationScoped
class AssessCoverage {

    /** A member who has to be verified. */
    record Covered(CoveredMember member, MemberCoverage coverage) {}

    private final CommitmentRules rules;
    private final CoverageFacts facts;
    private final CountedEvidence evidence;
    private final ExemptMonths exemptMonths;

    AssessCoverage(
            CommitmentRules rules,
            CoverageFacts facts,
            CountedEvidence evidence,
            ExemptMonths exemptMonths) {
        this.rules = rules;
        this.facts = facts;
        this.evidence = evidence;
        this.exemptMonths = exemptMonths;
    }

    /**
     * The members who have to be verified, by the code of their school, service or village. A
     * member is listed with each health service that is responsible for the village, as long as
     * none has reported on the member.
     */
    Map<String, List<Covered>> of(
            CoverageLevel level,
            Collection<String> codes,
            VerificationPeriod quarter,
            String area,
            AreaScope scope) {
        CommitmentPolicy policy =
                rules.all()
                        .inForceFor(quarter)
                        .orElseThrow(
                                () ->
                                        Refused.because("QUARTER_WITHOUT_POLICY")
                                                .with("quarter", quarter.text()));
        List<CoveredMember> members =
                members(
                        level,
                        codes,
                        new CoverageFacts.Selection(
                                quarter, level.components(policy), area, scope));
        Function<CoveredMember, Collection<String>> codesOf = codesOf(level, members);
        Map<String, List<Covered>> covered = new HashMap<>();
        for (Covered each : covered(members, quarter, policy)) {
            for (String code : codesOf.apply(each.member())) {
                covered.computeIfAbsent(code, any -> new ArrayList<>()).add(each);
            }
        }
        return covered;
    }

    private List<CoveredMember> members(
            CoverageLevel level, Collection<String> codes, CoverageFacts.Selection selection) {
        return switch (level) {
            case SCHOOL -> facts.ofSchools(selection, codes);
            case HEALTH_SERVICE, SOCIAL_SERVICE -> facts.ofServices(level.kind(), selection, codes);
            case VILLAGE -> facts.ofVillages(selection, codes);
        };
    }

    private Function<CoveredMember, Collection<String>> codesOf(
            CoverageLevel level, List<CoveredMember> members) {
        return switch (level) {
            case SCHOOL -> member -> Set.of(member.schoolId());
            case VILLAGE -> member -> Set.of(member.villageCode());
            case HEALTH_SERVICE, SOCIAL_SERVICE -> {
                AnsweringPoint answering = facts.answering(level.kind(), members);
                yield member -> answering.points(member.memberId(), member.villageCode());
            }
        };
    }

    private List<Covered> covered(
            List<CoveredMember> members, VerificationPeriod quarter, CommitmentPolicy policy) {
        Map<UUID, Map<YearMonth, List<EvidenceLine>>> lines = lines(members, quarter, policy);
        ExemptMonths.Exempt exempt =
                exemptMonths.of(members.stream().map(CoveredMember::kpmId).collect(toSet()));
        List<Covered> covered = new ArrayList<>();
        for (CoveredMember member : members) {
            MemberFacts known =
                    member.facts(
                            entries(lines.getOrDefault(member.memberId(), Map.of())),
                            exempt.monthsOf(member.kpmId(), member.memberId()));
            CoverageRule.of(quarter, known, policy)
                    .ifPresent(coverage -> covered.add(new Covered(member, coverage)));
        }
        return covered;
    }

    /** Each component is read only as far back as a window of it reaches. */
    private Map<UUID, Map<YearMonth, List<EvidenceLine>>> lines(
            List<CoveredMember> members, VerificationPeriod quarter, CommitmentPolicy policy) {
        Map<YearMonth, Set<UUID>> byFirstMonth = new HashMap<>();
        for (CoveredMember member : members) {
            policy.firstMonthBehind(member.component(), quarter)
                    .ifPresent(
                            month ->
                                    byFirstMonth
                                            .computeIfAbsent(month, any -> new HashSet<>())
                                            .add(member.memberId()));
        }
        Map<UUID, Map<YearMonth, List<EvidenceLine>>> lines = new HashMap<>();
        // a person with two components is read twice; the longer reach comes last
        new TreeMap<>(byFirstMonth)
                .descendingMap()
                .forEach(
                        (month, ids) ->
                                lines.putAll(evidence.between(ids, month, quarter.lastMonth())));
        return lines;
    }

    private static Map<YearMonth, List<MonthEvidence>> entries(
            Map<YearMonth, List<EvidenceLine>> lines) {
        return lines.values().stream()
                .flatMap(List::stream)
                .collect(groupingBy(EvidenceLine::month, mapping(EvidenceLine::entry, toList())));
    }
}
