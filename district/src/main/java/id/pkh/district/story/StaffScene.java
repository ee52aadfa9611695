package id.pkh.district.story;

import id.pkh.client.PkhClient;
import id.pkh.client.meeting.GroupsApi;
import id.pkh.client.meeting.model.Group;
import id.pkh.client.meeting.model.GroupPage;
import id.pkh.client.meeting.model.OfficersRequest;
import id.pkh.client.registry.FacilitatorsApi;
import id.pkh.client.registry.model.AppointmentRequest;
import id.pkh.client.registry.model.CoordinatorRequest;
import id.pkh.client.registry.model.EmploymentKind;
import id.pkh.client.registry.model.FacilitatorPage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The people of the district are in office: each facilitator by decree for the regency, one of them
 * as coordinator where there are several in a sub-district, and three families of each group. Then
 * nobody is without a facilitator, and the alert about it stays silent.
 */
final class StaffScene {

    /** From which day the list of facilitators says that they are responsible. */
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    private static final int REGENCY_CHARS = 5;
    private static final int SUB_DISTRICT_CHARS = 8;
    private static final int OFFICERS = 3;

    private final StoryContext context;
    private final Narrator narrator;
    private final PkhClient registry;

    StaffScene(StoryContext context, Narrator narrator) {
        this.context = context;
        this.narrator = narrator;
        this.registry = context.stage().registry(context.cast().administrator());
    }

    /** The figures by name. */
    Map<String, Object> play() {
        Map<String, UUID> ids = facilitators(registry);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("facilitators_appointed", appoint(ids));
        figures.put("coordinators", coordinators(ids));
        figures.put("groups_with_officers", elect());
        context.stage().awaitQuiet("the appointments");
        figures.put("villages_without_facilitator", nobody());
        narrator.say(
                "%s facilitators are appointed by decree, and %s of them coordinate a kecamatan. %s"
                        + " groups elect a chair, a secretary and a treasurer. No village is without"
                        + " a facilitator.",
                figures.get("facilitators_appointed"),
                figures.get("coordinators"),
                figures.get("groups_with_officers"));
        return figures;
    }

    /** The ids of all facilitators by their codes. */
    static Map<String, UUID> facilitators(PkhClient registry) {
        Map<String, UUID> ids = new HashMap<>();
        registry.each(
                FacilitatorsApi::new,
                (all, after) -> all.listFacilitators(after, Stage.PAGE, null),
                FacilitatorPage::getItems,
                FacilitatorPage::getNext,
                each -> ids.put(each.getCode(), each.getFacilitatorId()));
        return ids;
    }

    private int appoint(Map<String, UUID> ids) {
        int number = 0;
        for (Map.Entry<String, List<String>> each :
                new TreeMap<>(context.expected().villagesOfFacilitator()).entrySet()) {
            AppointmentRequest appointment =
                    new AppointmentRequest()
                            .decreeNumber("SK " + ++number + "/PKH/2023")
                            .decreeDate(SINCE.minusDays(12))
                            .areaCode(each.getValue().get(0).substring(0, REGENCY_CHARS))
                            .employment(EmploymentKind.CONTRACT)
                            .validFrom(SINCE);
            registry.call(
                    FacilitatorsApi::new,
                    all -> all.appointFacilitator(ids.get(each.getKey()), appointment));
        }
        return number;
    }

    private int coordinators(Map<String, UUID> ids) {
        SortedMap<String, SortedSet<String>> bySubDistrict = new TreeMap<>();
        context.expected()
                .facilitatorOfVillage()
                .forEach(
                        (village, code) ->
                                bySubDistrict
                                        .computeIfAbsent(
                                                village.substring(0, SUB_DISTRICT_CHARS),
                                                any -> new TreeSet<>())
                                        .add(code));
        bySubDistrict.values().removeIf(codes -> codes.size() == 1);
        bySubDistrict.forEach(
                (subDistrict, codes) ->
                        registry.call(
                                FacilitatorsApi::new,
                                all ->
                                        all.appointCoordinator(
                                                new CoordinatorRequest()
                                                        .subDistrict(subDistrict)
                                                        .facilitatorId(ids.get(codes.first()))
                                                        .validFrom(SINCE))));
        context.findings()
                .equal(
                        "sub-districts without a coordinator",
                        0,
                        registry.call(
                                        FacilitatorsApi::new,
                                        all ->
                                                all.listSubDistrictsWithoutCoordinator(
                                                        null, null, Stage.PAGE))
                                .getItems()
                                .size());
        return bySubDistrict.size();
    }

    /** The first three families of each group; a group with fewer elects nobody. */
    private int elect() {
        List<Group> groups = new ArrayList<>();
        context.stage()
                .meeting(context.cast().administrator())
                .each(
                        GroupsApi::new,
                        (all, after) -> all.listGroups(after, Stage.PAGE, null),
                        GroupPage::getItems,
                        GroupPage::getNext,
                        groups::add);
        int elected = 0;
        for (Group group : groups) {
            if (group.getFamilies() >= OFFICERS) {
                elect(group);
                elected++;
            }
        }
        return elected;
    }

    private void elect(Group group) {
        PkhClient meeting =
                context.stage().meeting(context.cast().facilitatorOf(group.getVillageCode()));
        List<UUID> families =
                meeting
                        .call(GroupsApi::new, all -> all.getGroup(group.getGroupId()))
                        .getKpmIds()
                        .stream()
                        .sorted()
                        .toList();
        meeting.call(
                GroupsApi::new,
                all ->
                        all.electOfficers(
                                group.getGroupId(),
                                new OfficersRequest()
                                        .chairKpmId(families.get(0))
                                        .secretaryKpmId(families.get(1))
                                        .treasurerKpmId(families.get(2))
                                        .electedOn(context.manifest().day())));
    }

    private int nobody() {
        int villages =
                registry.call(
                                FacilitatorsApi::new,
                                all -> all.listVillagesWithoutFacilitator(null, Stage.PAGE, null))
                        .getItems()
                        .size();
        context.findings().equal("villages without a facilitator", 0, villages);
        return villages;
    }
}
