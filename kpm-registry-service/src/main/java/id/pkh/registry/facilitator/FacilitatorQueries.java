package id.pkh.registry.facilitator;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Page;
import id.pkh.platform.web.PageParams;
import id.pkh.platform.web.Refused;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Facilitators as the caller may see them. */
@ApplicationScoped
class FacilitatorQueries {

    private final FacilitatorRecords records;
    private final Identities identities;
    private final Caller caller;

    FacilitatorQueries(FacilitatorRecords records, Identities identities, Caller caller) {
        this.records = records;
        this.identities = identities;
        this.caller = caller;
    }

    @Transactional
    Page<FacilitatorView> list(String village, PageParams page, Disclosure disclosure) {
        Map<String, Object> parameters = new HashMap<>();
        String assigned = "a.facilitatorId = f.id and " + inAreas(parameters);
        if (village != null) {
            assigned += " and a.villageCode = :village";
            parameters.put("village", village);
        }
        String after = "";
        if (page.cursor().isPresent()) {
            after = " and f.id > :after";
            parameters.put("after", page.cursor().get().uuid(0));
        }
        List<FacilitatorEntity> rows =
                FacilitatorEntity.<FacilitatorEntity>find(
                                "from FacilitatorEntity f where exists"
                                        + " (select 1 from AssignmentEntity a where "
                                        + assigned
                                        + ")"
                                        + after
                                        + " order by f.id",
                                parameters)
                        .range(0, page.limit())
                        .list();
        Map<UUID, List<AssignmentEntity>> assignments = assignmentsOf(rows);
        return Page.of(
                rows,
                page.limit(),
                facilitator -> new Object[] {facilitator.id},
                facilitator -> view(facilitator, assignments, disclosure));
    }

    @Transactional
    FacilitatorView one(UUID id, Disclosure disclosure) {
        FacilitatorEntity facilitator =
                FacilitatorEntity.<FacilitatorEntity>findByIdOptional(id)
                        .orElseThrow(() -> Refused.because("NOT_FOUND"));
        records.requireInArea(facilitator);
        return view(facilitator, assignmentsOf(List.of(facilitator)), disclosure);
    }

    private String inAreas(Map<String, Object> parameters) {
        String[] patterns = caller.areas().likePatterns();
        List<String> anyOf = new ArrayList<>();
        for (int i = 0; i < patterns.length; i++) {
            anyOf.add("a.villageCode like :area" + i);
            parameters.put("area" + i, patterns[i]);
        }
        return anyOf.isEmpty() ? "1 = 0" : "(" + String.join(" or ", anyOf) + ")";
    }

    private Map<UUID, List<AssignmentEntity>> assignmentsOf(List<FacilitatorEntity> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        List<UUID> ids = rows.stream().map(facilitator -> facilitator.id).toList();
        return AssignmentEntity.<AssignmentEntity>stream(
                        "facilitatorId in ?1 order by validFrom, villageCode", ids)
                .filter(assignment -> caller.areas().covers(assignment.villageCode))
                .collect(Collectors.groupingBy(assignment -> assignment.facilitatorId));
    }

    private FacilitatorView view(
            FacilitatorEntity facilitator,
            Map<UUID, List<AssignmentEntity>> assignments,
            Disclosure disclosure) {
        return new FacilitatorView(
                facilitator.id,
                facilitator.code,
                disclosure.names() ? facilitator.name : null,
                disclosure.number(identities.open(PersonalField.NIK, facilitator.nikCipher)),
                assignments.getOrDefault(facilitator.id, List.of()).stream()
                        .map(FacilitatorView.AssignmentView::of)
                        .toList());
    }
}
