package id.pkh.verification.decision;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import id.pkh.verification.decision.domain.DecisionRule;
import id.pkh.verification.decision.domain.Proposed;
import id.pkh.verification.kpm.KpmRow;
import id.pkh.verification.kpm.Kpms;
import id.pkh.verification.membership.MembershipProposal;
import id.pkh.verification.membership.MembershipProposals;
import id.pkh.verification.membership.domain.ProposalStatus;
import id.pkh.verification.sanction.IssuedStep;
import id.pkh.verification.sanction.SanctionHistories;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Steps and proposals as those who decide on them see them now. */
@ApplicationScoped
class Matters {

    /**
     * A step or a proposal, exactly one of them, with where the family lives now.
     *
     * @param witnesses the people who recorded the evidence or the proposal
     */
    record OpenMatter(
            IssuedStep step,
            MembershipProposal proposal,
            String villageCode,
            DecisionRule.Matter matter,
            Set<String> witnesses) {

        UUID subjectId() {
            return step == null ? proposal.proposalId() : step.stepId();
        }

        UUID kpmId() {
            return step == null ? proposal.kpmId() : step.kpmId();
        }

        /** What it is, in the words of the refusals. */
        String words() {
            return step == null ? proposal.kind().name() : step.due().step().name();
        }

        LocalDate earliestDay() {
            return step == null
                    ? proposal.effectiveOn()
                    : DecisionRule.earliestDay(step.due().period());
        }
    }

    private final SanctionHistories histories;
    private final MembershipProposals proposals;
    private final MatterFacts facts;
    private final Kpms kpms;

    Matters(
            SanctionHistories histories,
            MembershipProposals proposals,
            MatterFacts facts,
            Kpms kpms) {
        this.histories = histories;
        this.proposals = proposals;
        this.facts = facts;
        this.kpms = kpms;
    }

    /** The families; refuses what does not exist or lies outside the areas. */
    Set<UUID> familiesOf(Collection<UUID> stepIds, Collection<UUID> proposalIds, AreaScope areas) {
        List<IssuedStep> steps = histories.find(stepIds);
        List<MembershipProposal> found = proposals.find(proposalIds);
        if (steps.size() < stepIds.size() || found.size() < proposalIds.size()) {
            throw Refused.because("NOT_FOUND");
        }
        Map<UUID, String> villages =
                kpms.villagesOf(
                        Stream.concat(
                                        steps.stream().map(IssuedStep::kpmId),
                                        found.stream().map(MembershipProposal::kpmId))
                                .toList());
        steps.forEach(
                step -> areas.require(villages.getOrDefault(step.kpmId(), step.villageCode())));
        found.forEach(
                each -> areas.require(villages.getOrDefault(each.kpmId(), each.villageCode())));
        return Stream.concat(
                        steps.stream().map(IssuedStep::kpmId),
                        found.stream().map(MembershipProposal::kpmId))
                .collect(Collectors.toSet());
    }

    /** By step or proposal; the families are locked by now. */
    Map<UUID, OpenMatter> of(Collection<UUID> stepIds, Collection<UUID> proposalIds) {
        List<IssuedStep> steps = histories.find(stepIds);
        List<MembershipProposal> found = proposals.find(proposalIds);
        Set<UUID> decided = facts.decided(stepIds);
        Set<UUID> appealed = facts.appealed(stepIds);
        Map<UUID, Set<String>> senders = facts.evidenceSenders(steps);
        Map<UUID, KpmRow> families =
                kpms.find(
                        Stream.concat(
                                        steps.stream().map(IssuedStep::kpmId),
                                        found.stream().map(MembershipProposal::kpmId))
                                .collect(Collectors.toSet()));
        List<OpenMatter> matters = new ArrayList<>();
        for (IssuedStep step : steps) {
            KpmRow family = families.get(step.kpmId());
            matters.add(
                    new OpenMatter(
                            step,
                            null,
                            family == null ? step.villageCode() : family.villageCode(),
                            new DecisionRule.Matter(
                                    Proposed.by(step.due().step()),
                                    step.isWithdrawn(),
                                    decided.contains(step.stepId()),
                                    true,
                                    appealed.contains(step.stepId())),
                            senders.getOrDefault(step.stepId(), Set.of())));
        }
        for (MembershipProposal proposal : found) {
            KpmRow family = families.get(proposal.kpmId());
            matters.add(
                    new OpenMatter(
                            null,
                            proposal,
                            family == null ? proposal.villageCode() : family.villageCode(),
                            new DecisionRule.Matter(
                                    Proposed.valueOf(proposal.kind().name()),
                                    proposal.status() == ProposalStatus.WITHDRAWN,
                                    proposal.status() == ProposalStatus.DECIDED,
                                    family != null && proposal.kind().fits(family.status()),
                                    false),
                            Set.of(proposal.proposedBy())));
        }
        return matters.stream().collect(Collectors.toMap(OpenMatter::subjectId, each -> each));
    }
}
