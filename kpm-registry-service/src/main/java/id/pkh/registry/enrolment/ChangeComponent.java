package id.pkh.registry.enrolment;

import id.pkh.platform.web.Refused;
import id.pkh.registry.family.domain.ComponentSpan;
import id.pkh.registry.family.domain.ComponentType;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.Member;
import id.pkh.registry.family.domain.Person;
import id.pkh.registry.family.domain.Ruling;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.intake.RequestErrors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Gives a member another component, or none, from a certain day. */
@ApplicationScoped
public class ChangeComponent {

    private final KpmRecords records;
    private final Identities identities;

    ChangeComponent(KpmRecords records, Identities identities) {
        this.records = records;
        this.identities = identities;
    }

    @Transactional
    void handle(UUID kpmId, AsRead read, ChangeComponentRequest request) {
        records.save(applied(records.lockForChange(kpmId, read), request));
    }

    public Family applied(Family family, ChangeComponentRequest request) {
        Member member = records.memberOf(family, request.memberId());
        Ruling<Member> ruling =
                read(request, member)
                        .map(member::learn)
                        .orElseGet(() -> member.endComponentBefore(request.effectiveOn()));
        Member changed =
                ruling.orThrow(code -> Refused.because(code).with("field", "effective_on"));
        return family.with(changed, request.effectiveOn());
    }

    /** The statement of the request about the member; empty when it ends the present component. */
    private Optional<Person> read(ChangeComponentRequest request, Member member) {
        FieldReader reader = new FieldReader();
        Optional<ComponentType> next = reader.optionalComponent("component", request.component());
        reader.plausible("component", next.orElse(null), member.sex());
        String school = reader.npsn("npsn", request.npsn());
        String nisn = reader.nisn("nisn", request.nisn());
        String grade = reader.grade("grade", request.grade());
        if (next.isPresent()) {
            readBirthDate(reader, request, member);
        }
        RequestErrors.refuseIfAny(reader);
        return next.map(
                type ->
                        new Person(
                                member.nik(),
                                member.name(),
                                request.birthDate(),
                                member.sex(),
                                new ComponentSpan(type, request.effectiveOn(), null, school),
                                nisn,
                                grade));
    }

    private void readBirthDate(FieldReader reader, ChangeComponentRequest request, Member member) {
        if (request.birthDate() != null) {
            String nik = identities.open(PersonalField.NIK, member.nik().cipher());
            reader.agreement(nik, request.birthDate(), member.sex());
        } else if (member.birthDate() == null) {
            reader.refuse("birth_date", null, "BIRTH_DATE_MISSING", "a date");
        }
    }
}
