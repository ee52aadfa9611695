package id.pkh.meeting.grouping;

import id.pkh.meeting.group.FormGroups;
import id.pkh.meeting.group.GroupEntity;
import id.pkh.meeting.group.Groups;
import id.pkh.meeting.group.NewGroup;
import id.pkh.meeting.grouping.PlaceFamilies.Grounds;
import id.pkh.meeting.grouping.PlaceableFamilies.Placeable;
import id.pkh.meeting.grouping.Proposals.Proposal;
import id.pkh.meeting.grouping.Proposals.ProposedFamily;
import id.pkh.meeting.grouping.SettlementRequest.NamedGroup;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Forms the groups of a proposal, and places its families in them. */
@ApplicationScoped
class SettleProposal {

    private final Proposals proposals;
    private final Groups groups;
    private final FormGroups formGroups;
    private final PlaceableFamilies families;
    private final PlaceFamilies placeFamilies;
    private final Clock clock;

    SettleProposal(
            Proposals proposals,
            Groups groups,
            FormGroups formGroups,
            PlaceableFamilies families,
            PlaceFamilies placeFamilies,
            Clock clock) {
        this.proposals = proposals;
        this.groups = groups;
        this.formGroups = formGroups;
        this.families = families;
        this.placeFamilies = placeFamilies;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID id, SettlementRequest request, AreaScope areas, String by) {
        groups.lockForming();
        Proposal proposal = proposals.lockOpen(id, request.version(), areas);
        Map<UUID, String> codeOf =
                proposals.families(List.of(id)).stream()
                        .collect(
                                Collectors.toMap(ProposedFamily::kpmId, ProposedFamily::groupCode));
        List<Placeable> placeable = families.lock(codeOf.keySet());
        refuseOutdated(proposal, codeOf.keySet(), placeable);
        Set<String> codes = new HashSet<>(codeOf.values());
        form(codes, request);
        Map<String, List<Placeable>> byGroup =
                placeable.stream()
                        .collect(
                                Collectors.groupingBy(
                                        family -> codeOf.get(family.kpmId()),
                                        TreeMap::new,
                                        Collectors.toList()));
        for (GroupEntity group : groups.lockByCode(codes)) {
            placeFamilies.refuseUnlessPossible(group, request.firstDay(), List.of());
            placeFamilies.handle(
                    group,
                    byGroup.get(group.code()),
                    request.firstDay(),
                    Grounds.settlement(id, by));
        }
        proposals.close(id, ProposalStatus.SETTLED, request.firstDay(), clock.instant(), by);
    }

    /** Families that got a group, moved or left since have to be proposed again. */
    private static void refuseOutdated(
            Proposal proposal, Collection<UUID> proposed, List<Placeable> placeable) {
        Set<UUID> outdated = new HashSet<>(proposed);
        placeable.stream()
                .filter(family -> family.isWithoutGroup(proposal.villageCode()))
                .map(Placeable::kpmId)
                .forEach(outdated::remove);
        if (!outdated.isEmpty()) {
            throw Refused.because("PROPOSAL_OUTDATED")
                    .with("kpm_ids", outdated.stream().sorted().toList());
        }
    }

    /** Forms the groups that the village does not have yet; a known group keeps its name. */
    private void form(Set<String> codes, SettlementRequest request) {
        Map<String, NamedGroup> named = named(request, codes);
        Set<String> known =
                groups.lockByCode(codes).stream()
                        .map(GroupEntity::code)
                        .collect(Collectors.toSet());
        List<NewGroup> wanted = new ArrayList<>();
        codes.stream()
                .sorted()
                .filter(code -> !known.contains(code))
                .forEach(code -> wanted.add(newGroup(code, named.get(code), request.firstDay())));
        formGroups.handle(wanted);
    }

    private static Map<String, NamedGroup> named(SettlementRequest request, Set<String> codes) {
        List<NamedGroup> names = request.groups() == null ? List.of() : request.groups();
        for (NamedGroup name : names) {
            if (!codes.contains(name.groupCode())) {
                throw Refused.because("GROUP_NOT_PROPOSED").with("group_code", name.groupCode());
            }
        }
        return names.stream()
                .collect(
                        Collectors.toMap(
                                NamedGroup::groupCode,
                                Function.identity(),
                                (first, second) -> second));
    }

    /** A group without a name is called by its number. */
    private static NewGroup newGroup(String code, NamedGroup named, LocalDate formedOn) {
        String name = "Kelompok " + code.substring(code.indexOf('-') + 1);
        return named == null
                ? new NewGroup(code, name, "", formedOn)
                : new NewGroup(code, named.name().strip(), named.place(), formedOn);
    }
}
