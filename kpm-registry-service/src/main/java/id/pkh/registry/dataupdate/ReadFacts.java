package id.pkh.registry.dataupdate;

import static id.pkh.registry.dataupdate.domain.ChangeField.ROUTE;
import static id.pkh.registry.dataupdate.domain.ChangeField.TELEPHONE;

import id.pkh.registry.contact.FamilyNumbers;
import id.pkh.registry.dataupdate.domain.Change;
import id.pkh.registry.dataupdate.domain.ChangeField;
import id.pkh.registry.enrolment.KpmRecords;
import id.pkh.registry.family.domain.ComponentSpan;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.FamilyDetails;
import id.pkh.registry.family.domain.Member;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What the registry has now of the fields that a change depends on. */
@ApplicationScoped
class ReadFacts {

    private final KpmRecords records;
    private final FamilyNumbers numbers;
    private final Identities identities;

    ReadFacts(KpmRecords records, FamilyNumbers numbers, Identities identities) {
        this.records = records;
        this.numbers = numbers;
        this.identities = identities;
    }

    Change withFacts(Change change, Family family) {
        Map<ChangeField, String> all = new EnumMap<>(ChangeField.class);
        family(family, all);
        if (change.memberId() != null) {
            member(records.memberOf(family, change.memberId()), all);
        }
        if (change.kind().from().contains(TELEPHONE)) {
            numbers.of(family.id())
                    .ifPresent(
                            number -> {
                                put(all, TELEPHONE, number.telephone());
                                put(all, ROUTE, number.route());
                            });
        }
        all.keySet().retainAll(change.kind().from());
        return change.from(all);
    }

    private void family(Family family, Map<ChangeField, String> all) {
        FamilyDetails details = family.details();
        put(all, ChangeField.VILLAGE_CODE, details.villageCode());
        put(all, ChangeField.GROUP_CODE, details.groupCode());
        put(all, ChangeField.PAYING_BANK, details.payingBank());
        put(
                all,
                ChangeField.ACCOUNT_NUMBER,
                identities.open(PersonalField.ACCOUNT, details.account().cipher()));
        put(all, ChangeField.CARETAKER_MEMBER_ID, family.caretaker().id());
    }

    private void member(Member member, Map<ChangeField, String> all) {
        put(all, ChangeField.NIK, identities.open(PersonalField.NIK, member.nik().cipher()));
        put(all, ChangeField.NAME, identities.open(PersonalField.NAME, member.name().cipher()));
        put(all, ChangeField.BIRTH_DATE, member.birthDate());
        put(all, ChangeField.DIED_ON, member.diedOn());
        put(all, ChangeField.NISN, member.nisn());
        put(all, ChangeField.GRADE, member.grade());
        Optional<ComponentSpan> span = Optional.ofNullable(member.components().present());
        put(all, ChangeField.COMPONENT, span.map(ComponentSpan::type).orElse(null));
        put(all, ChangeField.COMPONENT_SINCE, span.map(ComponentSpan::since).orElse(null));
        put(all, ChangeField.COMPONENT_UNTIL, span.map(ComponentSpan::until).orElse(null));
        put(all, ChangeField.NPSN, span.map(ComponentSpan::school).orElse(null));
    }

    private static void put(Map<ChangeField, String> all, ChangeField field, Object value) {
        if (value != null) {
            all.put(field, value.toString());
        }
    }
}
