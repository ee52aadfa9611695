package id.pkh.registry.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.notification.domain.NotificationRule.To;
import id.pkh.registry.notification.domain.NotificationRules;
import id.pkh.registry.notification.domain.Receiver;
import id.pkh.registry.notification.domain.ReceiverRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds whom a rule means: the families, facilitators, groups and offices of the subjects. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Receivers {

    private static final String FAMILIES =
            "SELECT id, village_code FROM kpm WHERE id = ANY (:families)";

    private static final String DUTIES =
            "SELECT facilitator_id, village_code, valid_from, valid_until"
                    + " FROM facilitator_assignment WHERE role = 'FACILITATOR'"
                    + " AND (village_code = ANY (:villages) OR facilitator_id = ANY (:facilitators))";

    private static final String GROUPS =
            "SELECT DISTINCT village_code, group_code FROM kpm WHERE village_code = ANY (:villages)"
                    + " AND group_code IS NOT NULL AND status IN ('ACTIVE', 'SUSPENDED')";

    private static final String FAMILIES_OF_VILLAGES =
            "SELECT id, village_code FROM kpm WHERE village_code = ANY (:villages)"
                    + " AND status IN ('ACTIVE', 'SUSPENDED') ORDER BY id";

    private static final String COORDINATORS =
            "SELECT c.sub_district, c.facilitator_id FROM coordinators_in_charge(:day) c"
                    + " WHERE c.sub_district = ANY (:areas)";

    private final Database database;
    private final Clock clock;

    Receivers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A facilitator answers for a village on these days. */
    record Duty(UUID facilitatorId, String villageCode, LocalDate validFrom, LocalDate validUntil) {

        boolean isOn(LocalDate day) {
            return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
        }
    }

    /** A family and its village. */
    record FamilyVillage(UUID id, String villageCode) {}

    /** A coordinator in person. */
    record Coordinator(String subDistrict, UUID facilitatorId) {}

    /** A group and its village. */
    record VillageGroup(String villageCode, String groupCode) {}

    /**
     * One receiver, and the area in which the receiver's office and superiors see the notification.
     */
    record Found(Receiver receiver, String areaCode) {}

    /** What is on record about the subjects. */
    record OnRecord(
            Map<UUID, String> villageOfFamily,
            List<Duty> duties,
            Map<String, List<String>> groupsOfVillage,
            Map<String, List<UUID>> familiesOfVillage,
            Map<String, List<UUID>> coordinatorsOfSubDistrict) {

        /** Whether the registry knows the family or the facilitator that the subject is about. */
        boolean knows(Subject subject) {
            return (subject.kpmId() == null || villageOfFamily.containsKey(subject.kpmId()))
                    && (subject.facilitatorId() == null
                            || !villagesOf(subject.facilitatorId()).isEmpty());
        }

        /** The area of the subject: a village, or what the villages of a facilitator share. */
        String areaOf(Subject subject) {
            if (subject.kpmId() != null) {
                return villageOfFamily.get(subject.kpmId());
            }
            return subject.villageCode() != null
                    ? subject.villageCode()
                    : shared(villagesOf(subject.facilitatorId()));
        }

        Stream<Found> meant(To to, Subject subject) {
            String area = areaOf(subject);
            return switch (to) {
                case FAMILY ->
                        Stream.of(found(ReceiverRole.FAMILY, subject.kpmId().toString(), area));
                case GROUP_CHAIRS ->
                        groupsOfVillage.getOrDefault(area, List.of()).stream()
                                .map(group -> found(ReceiverRole.GROUP_CHAIR, group, area));
                case VILLAGE_FAMILIES ->
                        familiesOfVillage.getOrDefault(area, List.of()).stream()
                                .map(family -> found(ReceiverRole.FAMILY, family.toString(), area));
                case FACILITATOR -> ofRole(ReceiverRole.FACILITATOR, subject, area);
                case NAMED -> subject.named().stream().map(named -> new Found(named, area));
                case NOTIFIED ->
                        subject.notified().stream()
                                .sorted()
                                .flatMap(role -> ofRole(role, subject, area));
            };
        }

        private Stream<Found> ofRole(ReceiverRole role, Subject subject, String area) {
            if (role.isOffice()) {
                return areas(subject, area)
                        .map(role::officeOf)
                        .distinct()
                        .filter(role::isOfficeArea)
                        .flatMap(office -> officeAndPerson(role, office));
            }
            List<Found> onDuty =
                    duties.stream()
                            .filter(duty -> duty.villageCode().equals(area))
                            .filter(duty -> duty.isOn(subject.on()))
                            .map(Duty::facilitatorId)
                            .distinct()
                            .map(id -> found(ReceiverRole.FACILITATOR, id.toString(), area))
                            .toList();
            return onDuty.isEmpty()
                    ? ofRole(ReceiverRole.COORDINATOR, subject, area)
                    : onDuty.stream();
        }

        /** The office of a coordinator, and the coordinator in person where one is appointed. */
        private Stream<Found> officeAndPerson(ReceiverRole role, String office) {
            Stream<Found> persons =
                    role == ReceiverRole.COORDINATOR
                            ? coordinatorsOfSubDistrict.getOrDefault(office, List.of()).stream()
                                    .map(
                                            id ->
                                                    found(
                                                            ReceiverRole.FACILITATOR,
                                                            id.toString(),
                                                            office))
                            : Stream.empty();
            return Stream.concat(Stream.of(found(role, office, office)), persons);
        }

        private Stream<String> areas(Subject subject, String area) {
            return subject.facilitatorId() == null
                    ? Stream.of(area)
                    : villagesOf(subject.facilitatorId()).stream();
        }

        private Set<String> villagesOf(UUID facilitatorId) {
            return duties.stream()
                    .filter(duty -> duty.facilitatorId().equals(facilitatorId))
                    .map(Duty::villageCode)
                    .collect(toCollection(TreeSet::new));
        }

        private static Found found(ReceiverRole role, String ref, String area) {
            return new Found(new Receiver(role, ref), area);
        }
    }

    OnRecord load(List<Subject> subjects) {
        Set<UUID> families = given(subjects.stream().map(Subject::kpmId));
        Set<UUID> facilitators = given(subjects.stream().map(Subject::facilitatorId));
        Map<UUID, String> villageOfFamily =
                database
                        .query(
                                FAMILIES,
                                q ->
                                        q.bind("families", SqlArrays.uuids(families))
                                                .map(database.rowsAs(FamilyVillage.class))
                                                .list())
                        .stream()
                        .collect(toMap(FamilyVillage::id, FamilyVillage::villageCode));
        Set<String> villages =
                given(
                        Stream.concat(
                                subjects.stream().map(Subject::villageCode),
                                villageOfFamily.values().stream()));
        List<Duty> duties = duties(villages, facilitators);
        return new OnRecord(
                villageOfFamily,
                duties,
                groups(subjects, villages),
                families(subjects, villages),
                coordinators(villages, duties));
    }

    private List<Duty> duties(Set<String> villages, Set<UUID> facilitators) {
        return database.query(
                DUTIES,
                q ->
                        q.bind("villages", SqlArrays.texts(villages))
                                .bind("facilitators", SqlArrays.uuids(facilitators))
                                .map(database.rowsAs(Duty.class))
                                .list());
    }

    private Map<String, List<String>> groups(List<Subject> subjects, Set<String> villages) {
        if (!areMeant(To.GROUP_CHAIRS, subjects)) {
            return Map.of();
        }
        return database
                .query(
                        GROUPS,
                        q ->
                                q.bind("villages", SqlArrays.texts(villages))
                                        .map(database.rowsAs(VillageGroup.class))
                                        .list())
                .stream()
                .collect(
                        groupingBy(
                                VillageGroup::villageCode,
                                mapping(VillageGroup::groupCode, toList())));
    }

    private Map<String, List<UUID>> families(List<Subject> subjects, Set<String> villages) {
        if (!areMeant(To.VILLAGE_FAMILIES, subjects)) {
            return Map.of();
        }
        return database
                .query(
                        FAMILIES_OF_VILLAGES,
                        q ->
                                q.bind("villages", SqlArrays.texts(villages))
                                        .map(database.rowsAs(FamilyVillage.class))
                                        .list())
                .stream()
                .collect(
                        groupingBy(
                                FamilyVillage::villageCode, mapping(FamilyVillage::id, toList())));
    }

    /** Those of today: whoever is notified acts today. */
    private Map<String, List<UUID>> coordinators(Set<String> villages, List<Duty> duties) {
        Set<String> subDistricts =
                Stream.concat(villages.stream(), duties.stream().map(Duty::villageCode))
                        .map(ReceiverRole.COORDINATOR::officeOf)
                        .collect(toCollection(TreeSet::new));
        return database
                .query(
                        COORDINATORS,
                        q ->
                                q.bind("day", BusinessDates.today(clock))
                                        .bind("areas", SqlArrays.texts(subDistricts))
                                        .map(database.rowsAs(Coordinator.class))
                                        .list())
                .stream()
                .collect(
                        groupingBy(
                                Coordinator::subDistrict,
                                mapping(Coordinator::facilitatorId, toList())));
    }

    private static boolean areMeant(To to, List<Subject> subjects) {
        return subjects.stream()
                .flatMap(subject -> NotificationRules.of(subject.event()).stream())
                .anyMatch(rule -> rule.to() == to);
    }

    private static <T> Set<T> given(Stream<T> values) {
        return values.filter(Objects::nonNull).collect(toCollection(TreeSet::new));
    }

    /** The smallest area that contains all villages; empty when there is none. */
    public static String shared(Set<String> villages) {
        String shared = null;
        for (String village : villages) {
            shared = shared == null ? village : shared(shared, village);
        }
        return shared == null ? "" : shared;
    }

    private static String shared(String one, String other) {
        String[] these = one.split("\\.");
        String[] those = other.split("\\.");
        int same = 0;
        while (same < these.length && same < those.length && these[same].equals(those[same])) {
            same++;
        }
        return String.join(".", List.of(these).subList(0, same));
    }
}
