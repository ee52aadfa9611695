package id.pkh.registry.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.notification.domain.NotificationRule.To;
import id.pkh.registry.notification.domain.NotificationRules;
import id.pkh.registry.notification.domain.Receiver;
import id.pkh.registry.notification.domain.ReceiverRole;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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

    private final Database database;

    Receivers(Database database) {
        this.database = database;
    }

    /** A facilitator answers for a village on these days. */
    record Duty(UUID facilitatorId, String villageCode, LocalDate validFrom, LocalDate validUntil) {

        boolean isOn(LocalDate day) {
            return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
        }
    }

    /** A family and its village. */
    record FamilyVillage(UUID id, String villageCode) {}

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
            Map<String, List<String>> groupsOfVillage) {

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
                        .map(office -> found(role, office, office));
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
        return new OnRecord(
                villageOfFamily, duties(villages, facilitators), groups(subjects, villages));
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
        boolean isNeeded =
                subjects.stream()
                        .flatMap(subject -> NotificationRules.of(subject.event()).stream())
                        .anyMatch(rule -> rule.to() == To.GROUP_CHAIRS);
        if (!isNeeded) {
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
