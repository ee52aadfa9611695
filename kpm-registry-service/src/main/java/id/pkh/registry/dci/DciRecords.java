package id.pkh.registry.dci;

import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.registry.dci.FindFamilies.Found;
import id.pkh.registry.dci.FindFamilies.Part;
import id.pkh.registry.dci.domain.EnrolmentCode;
import id.pkh.registry.dci.domain.RecordKind;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.Member;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is found, as the records of the standard. What the caller may not see, and what this
 * registry does not know, is left out; numbers that are not shown have only their last digits.
 */
@ApplicationScoped
class DciRecords {

    private static final String SOCIAL = "https://schema.spdci.org/extensions/social/v1/";
    private static final String IBR = "https://schema.spdci.org/extensions/ibr/v1/";

    private static final List<Map<String, Object>> PROGRAMME =
            List.of(
                    Map.of(
                            "@type", "Programme",
                            "programme_identifier", AnswerEnrolled.PROGRAMME,
                            "programme_name", "Program Keluarga Harapan"));

    private static final String STATUS_SINCE =
            "SELECT DISTINCT ON (kpm_id) kpm_id, effective_on AS since FROM kpm_status_history"
                    + " WHERE kpm_id = ANY (:families) ORDER BY kpm_id, kpm_version DESC";

    private final Identities identities;
    private final Database database;

    DciRecords(Identities identities, Database database) {
        this.identities = identities;
        this.database = database;
    }

    /** Since when a family has its status. */
    public record Since(UUID kpmId, LocalDate since) {}

    List<Map<String, Object>> of(RecordKind kind, Part part) {
        Disclosure disclosure = part.disclosure();
        Map<UUID, LocalDate> since =
                kind == RecordKind.BENEFICIARY ? statusSince(part.found()) : Map.of();
        return part.found().stream()
                .flatMap(
                        found ->
                                switch (kind) {
                                    case GROUP -> Stream.of(group(found.family(), disclosure));
                                    case MEMBER ->
                                            people(found)
                                                    .map(
                                                            one ->
                                                                    member(
                                                                            found.family(),
                                                                            one,
                                                                            disclosure));
                                    case PERSON ->
                                            people(found)
                                                    .map(one -> person(one, disclosure, SOCIAL));
                                    case BENEFICIARY ->
                                            beneficiary(found, disclosure, since).stream();
                                })
                .toList();
    }

    /** The person who was searched, or everybody of the family. */
    private static Stream<Member> people(Found found) {
        return found.member() == null
                ? found.family().members().stream()
                : Stream.of(found.member());
    }

    private Map<String, Object> group(Family family, Disclosure disclosure) {
        Map<String, Object> group = typed("Group", SOCIAL, family.id());
        group.put(
                "group_identifier",
                List.of(
                        identifier("KPM_ID", family.id().toString()),
                        identifier(
                                "FAMILY_CARD",
                                disclosure.number(
                                        identities.open(
                                                PersonalField.FAMILY_CARD,
                                                family.card().cipher())))));
        group.put("group_type", "family");
        group.put("group_head_info", member(family, family.caretaker(), disclosure));
        group.put("group_size", family.members().size());
        group.put(
                "member_list",
                family.members().stream().map(one -> member(family, one, disclosure)).toList());
        group.put("registration_date", date(family.details().participatingSince()));
        group.put(
                "additional_attributes",
                List.of(
                        Map.of("location", family.details().villageCode()),
                        Map.of("status", family.status().name())));
        return group;
    }

    private Map<String, Object> member(Family family, Member member, Disclosure disclosure) {
        Map<String, Object> shown = typed("Member", SOCIAL, member.id());
        shown.put("member_identifier", List.of(identifier("MEMBER_ID", member.id().toString())));
        shown.put("demographic_info", person(member, disclosure, SOCIAL));
        shown.put("additional_attributes", List.of(Map.of("kpm_id", family.id().toString())));
        return shown;
    }

    private Map<String, Object> person(Member member, Disclosure disclosure, String context) {
        Map<String, Object> person = typed("SRPerson", context, member.id());
        person.put(
                "identifier",
                List.of(
                        identifier(
                                "UIN",
                                disclosure.number(
                                        identities.open(
                                                PersonalField.NIK, member.nik().cipher())))));
        person.put("sex", member.sex().name().toLowerCase(Locale.ROOT));
        if (disclosure.names()) {
            // the registry has one name, which is not divided
            person.put(
                    "name",
                    Map.of(
                            "@type",
                            "Name",
                            "given_name",
                            identities.open(PersonalField.NAME, member.name().cipher()),
                            "surname",
                            ""));
            if (member.birthDate() != null) {
                person.put("birth_date", member.birthDate().toString());
            }
        }
        return person;
    }

    /** None for a family that has no status of the code list. */
    private List<Map<String, Object>> beneficiary(
            Found found, Disclosure disclosure, Map<UUID, LocalDate> since) {
        Family family = found.family();
        return EnrolmentCode.of(family.status())
                .map(
                        code -> {
                            Member member =
                                    found.member() == null ? family.caretaker() : found.member();
                            Map<String, Object> shown = typed("Beneficiary", IBR, member.id());
                            shown.put("member", beneficiaryMember(member, disclosure));
                            shown.put("programme_identifier", PROGRAMME);
                            shown.put(
                                    "enrolment_date", date(family.details().participatingSince()));
                            shown.put("enrolment_status", code.code());
                            if (since.containsKey(family.id())) {
                                shown.put("status_change_date", date(since.get(family.id())));
                            }
                            return List.of(shown);
                        })
                .orElse(List.of());
    }

    private Map<String, Object> beneficiaryMember(Member member, Disclosure disclosure) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("@type", "Member");
        shown.put("member_identifier", List.of(identifier("MEMBER_ID", member.id().toString())));
        Map<String, Object> person = person(member, disclosure, IBR);
        person.put("@type", "Person");
        shown.put("demographic_info", person);
        return shown;
    }

    private Map<UUID, LocalDate> statusSince(List<Found> found) {
        List<UUID> ids = found.stream().map(one -> one.family().id()).distinct().toList();
        return database.query(
                STATUS_SINCE,
                q ->
                        q.bind("families", SqlArrays.uuids(ids))
                                .map(database.rowsAs(Since.class))
                                .collect(Collectors.toMap(Since::kpmId, Since::since)));
    }

    private static Map<String, Object> typed(String type, String context, UUID id) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("@context", Map.of("@vocab", context));
        record.put("@type", type);
        record.put("@id", "urn:uuid:" + id);
        return record;
    }

    static Map<String, Object> identifier(String type, String value) {
        return Map.of("@type", "Identifier", "identifier_type", type, "identifier_value", value);
    }

    /** A day as the standard writes dates: its beginning in Jakarta. */
    private static String date(LocalDate day) {
        return day + "T00:00:00+07:00";
    }
}
