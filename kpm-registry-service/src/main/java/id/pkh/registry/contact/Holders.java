package id.pkh.registry.contact;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.notification.Receivers;
import id.pkh.registry.notification.domain.Receiver;
import id.pkh.registry.notification.domain.ReceiverRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Those who can have a number: families, groups, facilitators and offices on record. */
@ApplicationScoped
public class Holders {

    private static final String FAMILIES =
            "SELECT id, village_code, caretaker_member_id FROM kpm WHERE id = ANY (:ids)";

    private static final String FAMILIES_BY_NIK =
            "SELECT m.nik_token AS key, k.id::text AS ref FROM family_member m"
                    + " JOIN kpm k ON k.id = m.kpm_id AND k.caretaker_member_id = m.id"
                    + " WHERE m.nik_token = ANY (:keys) AND m.former_since IS NULL";

    private static final String FACILITATORS_BY_CODE =
            "SELECT code AS key, id::text AS ref FROM facilitator WHERE code = ANY (:keys)";

    private static final String GROUPS =
            "SELECT DISTINCT group_code FROM kpm WHERE group_code = ANY (:groups)";

    private static final String VILLAGES_OF_FACILITATORS =
            "SELECT facilitator_id, village_code FROM facilitator_assignment"
                    + " WHERE facilitator_id = ANY (:ids)";

    private static final String AREAS = "SELECT code FROM area WHERE code = ANY (:areas)";

    private static final int GROUP_SUFFIX_CHARS = 3;

    private final Database database;

    Holders(Database database) {
        this.database = database;
    }

    /**
     * A holder on record.
     *
     * @param kpmId null unless the holder is a family
     * @param caretakerId whose number a family's number is
     */
    record Holder(Receiver who, String areaCode, UUID kpmId, UUID caretakerId) {}

    record FamilyHolder(UUID id, String villageCode, UUID caretakerMemberId) {}

    record Key(String key, String ref) {}

    record FacilitatorVillage(UUID facilitatorId, String villageCode) {}

    /** The families of caretakers, by the token of the caretaker's NIK. */
    public Map<String, String> familiesByNik(Collection<String> tokens) {
        return byKey(FAMILIES_BY_NIK, tokens);
    }

    public Map<String, String> facilitatorsByCode(Collection<String> codes) {
        return byKey(FACILITATORS_BY_CODE, codes);
    }

    private Map<String, String> byKey(String sql, Collection<String> keys) {
        return database
                .query(
                        sql,
                        q ->
                                q.bind("keys", SqlArrays.texts(keys))
                                        .map(database.rowsAs(Key.class))
                                        .list())
                .stream()
                .collect(toMap(Key::key, Key::ref));
    }

    /** Those of the receivers who are on record. */
    Map<Receiver, Holder> known(Collection<Receiver> receivers) {
        Map<Receiver, Holder> known = new HashMap<>();
        families(ids(receivers, ReceiverRole.FAMILY), known);
        facilitators(ids(receivers, ReceiverRole.FACILITATOR), known);
        groups(refs(receivers, ReceiverRole.GROUP_CHAIR).collect(toSet()), known);
        List<Receiver> offices =
                receivers.stream()
                        .filter(receiver -> receiver.role().isOffice())
                        .filter(receiver -> receiver.role().isOfficeArea(receiver.ref()))
                        .toList();
        Set<String> areas =
                texts(AREAS, "areas", offices.stream().map(Receiver::ref).collect(toSet()));
        offices.stream()
                .filter(office -> areas.contains(office.ref()))
                .forEach(office -> known.put(office, new Holder(office, office.ref(), null, null)));
        return known;
    }

    private void families(Set<UUID> ids, Map<Receiver, Holder> known) {
        database.query(
                        FAMILIES,
                        q ->
                                q.bind("ids", SqlArrays.uuids(ids))
                                        .map(database.rowsAs(FamilyHolder.class))
                                        .list())
                .forEach(
                        family -> {
                            Receiver who =
                                    new Receiver(ReceiverRole.FAMILY, family.id().toString());
                            known.put(
                                    who,
                                    new Holder(
                                            who,
                                            family.villageCode(),
                                            family.id(),
                                            family.caretakerMemberId()));
                        });
    }

    private void facilitators(Set<UUID> ids, Map<Receiver, Holder> known) {
        database
                .query(
                        VILLAGES_OF_FACILITATORS,
                        q ->
                                q.bind("ids", SqlArrays.uuids(ids))
                                        .map(database.rowsAs(FacilitatorVillage.class))
                                        .list())
                .stream()
                .collect(groupingBy(FacilitatorVillage::facilitatorId))
                .forEach(
                        (id, villages) -> {
                            Receiver who = new Receiver(ReceiverRole.FACILITATOR, id.toString());
                            known.put(
                                    who,
                                    new Holder(
                                            who,
                                            Receivers.shared(
                                                    villages.stream()
                                                            .map(FacilitatorVillage::villageCode)
                                                            .collect(toSet())),
                                            null,
                                            null));
                        });
    }

    private void groups(Set<String> codes, Map<Receiver, Holder> known) {
        texts(GROUPS, "groups", codes)
                .forEach(
                        code -> {
                            Receiver who = new Receiver(ReceiverRole.GROUP_CHAIR, code);
                            String village = code.substring(0, code.length() - GROUP_SUFFIX_CHARS);
                            known.put(who, new Holder(who, village, null, null));
                        });
    }

    private Set<String> texts(String sql, String parameter, Set<String> values) {
        return database.query(
                sql, q -> q.bind(parameter, SqlArrays.texts(values)).mapTo(String.class).set());
    }

    private static Stream<String> refs(Collection<Receiver> receivers, ReceiverRole role) {
        return receivers.stream().filter(one -> one.role() == role).map(Receiver::ref);
    }

    /** A text that is no id is ignored. */
    private static Set<UUID> ids(Collection<Receiver> receivers, ReceiverRole role) {
        return refs(receivers, role).flatMap(Holders::id).collect(Collectors.toSet());
    }

    private static Stream<UUID> id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Stream.of(id) : Stream.empty();
        } catch (IllegalArgumentException noId) {
            return Stream.empty();
        }
    }
}
