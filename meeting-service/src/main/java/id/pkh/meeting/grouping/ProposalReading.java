package id.pkh.meeting.grouping;

import id.pkh.meeting.group.GroupSizes;
import id.pkh.meeting.group.domain.GroupSize;
import id.pkh.meeting.grouping.ProposalView.ProposedGroupView;
import id.pkh.meeting.grouping.Proposals.Proposal;
import id.pkh.meeting.grouping.Proposals.ProposedFamily;
import id.pkh.meeting.grouping.domain.ProposedGroups.Existing;
import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Proposals as callers see them. */
@ApplicationScoped
class ProposalReading {

    /** The codes of {@link ProposalStatus}. */
    static final String STATUS = "^(OPEN|SETTLED|WITHDRAWN)$";

    private final Database database;
    private final Proposals proposals;
    private final VillageGroups village;
    private final GroupSizes sizes;
    private final Clock clock;

    ProposalReading(
            Database database,
            Proposals proposals,
            VillageGroups village,
            GroupSizes sizes,
            Clock clock) {
        this.database = database;
        this.proposals = proposals;
        this.village = village;
        this.sizes = sizes;
        this.clock = clock;
    }

    ProposalView one(UUID id, AreaScope areas) {
        return views(List.of(proposals.require(id, areas))).get(0);
    }

    Page<ProposalView> page(String area, String status, AreaScope areas, PageParams page) {
        Conditions where =
                new Conditions()
                        .andArea("p.village_code", AreaScope.requested(area))
                        .andIfGiven("p.status = ?", status)
                        .andIfGiven(
                                "p.id > ?",
                                page.cursor().map(cursor -> cursor.uuid(0)).orElse(null));
        if (!areas.isEverywhere()) {
            where.andAnyArea("p.village_code", areas.codes());
        }
        Page<Proposal> found =
                Page.of(
                        database.query(
                                Proposals.COLUMNS
                                        + " WHERE "
                                        + where.sql()
                                        + " ORDER BY p.id LIMIT :limit",
                                q ->
                                        q.bindMap(where.values())
                                                .bind("limit", page.limit() + 1)
                                                .map(database.rowsAs(Proposal.class))
                                                .list()),
                        page.limit(),
                        proposal -> new Object[] {proposal.proposalId()},
                        Function.identity());
        return new Page<>(views(found.items()), found.next());
    }

    private List<ProposalView> views(List<Proposal> shown) {
        Map<UUID, List<ProposedFamily>> families =
                proposals.families(shown.stream().map(Proposal::proposalId).toList()).stream()
                        .collect(Collectors.groupingBy(ProposedFamily::proposalId));
        Map<String, List<Existing>> existing =
                shown.stream()
                        .map(Proposal::villageCode)
                        .distinct()
                        .collect(Collectors.toMap(Function.identity(), village::of));
        GroupSize size = sizes.on(BusinessDates.today(clock));
        return shown.stream()
                .map(
                        proposal ->
                                view(
                                        proposal,
                                        groups(
                                                proposal,
                                                families.getOrDefault(
                                                        proposal.proposalId(), List.of()),
                                                existing.get(proposal.villageCode()),
                                                size)))
                .toList();
    }

    private static List<ProposedGroupView> groups(
            Proposal proposal,
            List<ProposedFamily> families,
            List<Existing> existing,
            GroupSize size) {
        Map<String, Integer> has =
                existing.stream()
                        .collect(Collectors.toMap(Existing::groupCode, Existing::families));
        Map<String, List<ProposedFamily>> byGroup =
                families.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ProposedFamily::groupCode,
                                        TreeMap::new,
                                        Collectors.toList()));
        boolean isOpen = proposal.status() == ProposalStatus.OPEN;
        return byGroup.entrySet().stream()
                .map(
                        group -> {
                            List<ProposedFamily> into = group.getValue();
                            // the families of a settled proposal are among those that it has
                            int count =
                                    into.size()
                                            + (isOpen ? has.getOrDefault(group.getKey(), 0) : 0);
                            return new ProposedGroupView(
                                    group.getKey(),
                                    has.containsKey(group.getKey()),
                                    count,
                                    size.of(count),
                                    into.stream().map(ProposedFamily::kpmId).toList(),
                                    into.stream()
                                            .filter(ProposedFamily::isChanged)
                                            .map(ProposedFamily::kpmId)
                                            .toList());
                        })
                .toList();
    }

    private static ProposalView view(Proposal proposal, List<ProposedGroupView> groups) {
        return new ProposalView(
                proposal.proposalId(),
                proposal.villageCode(),
                proposal.status(),
                proposal.version(),
                proposal.policyCode(),
                groups,
                proposal.requestedAt(),
                proposal.requestedBy(),
                proposal.firstDay(),
                proposal.closedAt(),
                proposal.closedBy());
    }
}
