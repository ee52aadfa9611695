package id.pkh.verification.coverage;

import static java.util.stream.Collectors.toSet;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import id.pkh.verification.compliance.CommitmentRules;
import id.pkh.verification.compliance.ExemptMonths;
import id.pkh.verification.compliance.domain.AnsweringPoint;
import id.pkh.verification.compliance.domain.CommitmentPolicy;
import id.pkh.verification.coverage.CoverageEntries.Entries;
import id.pkh.verification.coverage.domain.CoverageRule;
import id.pkh.verification.coverage.domain.MemberCoverage;
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
import java.util.Optional;
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
    private final CoverageEntries stated;
    private final ExemptMonths exemptMonths;

    AssessCoverage(
            CommitmentRules rules,
            CoverageFacts facts,
            CoverageEntries stated,
            ExemptMonths exemptMonths) {
        this.rules = rules;
        this.facts = facts;
        this.stated = stated;
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

    /** The rule is asked once for people about whom everything is the same. */
    private List<Covered> covered(
            List<CoveredMember> members, VerificationPeriod quarter, CommitmentPolicy policy) {
        Map<UUID, Entries> entries = entries(members, quarter, policy);
        ExemptMonths.Exempt exempt =
                exemptMonths.of(members.stream().map(CoveredMember::kpmId).collect(toSet()));
        Map<Same, Optional<MemberCoverage>> known = new HashMap<>();
        List<Covered> covered = new ArrayList<>();
        for (CoveredMember member : members) {
            Same same =
                    Same.of(
                            member,
                            entries.getOrDefault(member.memberId(), Entries.NONE),
                            exempt.monthsOf(member.kpmId(), member.memberId()));
            known.computeIfAbsent(
                            same,
                            any ->
                                    CoverageRule.of(
                                            quarter,
                                            member.facts(same.entries().months(), same.exempt()),
                                            policy))
                    .ifPresent(
                            coverage ->
                                    covered.add(
                                            new Covered(
                                                    member,
                                                    coverage.of(member.memberComponent()))));
        }
        return covered;
    }

    /** Everything about a person on which the rule depends. */
    private record Same(
            String component,
            YearMonth birthMonth,
            LocalDate since,
            LocalDate until,
            boolean isSchoolRecorded,
            Entries entries,
            Set<YearMonth> exempt) {

        static Same of(CoveredMember member, Entries entries, Set<YearMonth> exempt) {
            return new Same(
                    member.component(),
                    member.birthMonth(),
                    member.since(),
                    member.until(),
                    member.schoolId() != null,
                    entries,
                    exempt);
        }
    }

    /** Each component is read only as far back as a window of it reaches. */
    private Map<UUID, Entries> entries(
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
        Map<UUID, Entries> entries = new HashMap<>();
        // a person with two components is read twice; the longer reach comes last
        new TreeMap<>(byFirstMonth)
                .descendingMap()
                .forEach(
                        (month, ids) ->
                                entries.putAll(stated.between(ids, month, quarter.lastMonth())));
        return entries;
    }
}
