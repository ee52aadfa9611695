package id.pkh.registry.enrolment;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.enrolment.domain.ComponentChange;
import id.pkh.registry.enrolment.domain.ComponentType;
import id.pkh.registry.enrolment.domain.KpmFacts;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.intake.Reading;
import id.pkh.registry.intake.RequestDefects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** A member carries another component, or none, from a day on. */
@ApplicationScoped
class ChangeComponent {

    private static final String REASON = "COMPONENT_CHANGED";

    private final KpmRecords records;
    private final Identities identities;
    private final Caller caller;
    private final Clock clock;

    ChangeComponent(KpmRecords records, Identities identities, Caller caller, Clock clock) {
        this.records = records;
        this.identities = identities;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID kpmId, ChangeComponentRequest request) {
        KpmEntity kpm = records.lockForChange(kpmId, request.version());
        FamilyMemberEntity member = records.memberOf(kpm, request.memberId());
        KpmFacts before = records.facts(kpm);
        Optional<ComponentType> next = readNext(request, member);
        ComponentChange change = ComponentChange.decide(member.span(), next, request.effectiveOn());
        if (change instanceof ComponentChange.Refused refused) {
            throw Refused.because(refused.code()).with("field", "effective_on");
        }
        if (change instanceof ComponentChange.Changed changed) {
            changed.displaced().ifPresent(span -> records.keepHistory(member, span));
            member.carry(changed.now());
            member.changedAt = clock.instant();
        }
        next.ifPresent(component -> recordSchool(request, member));
        records.changed(
                kpm,
                before,
                new KpmRecords.Change(request.effectiveOn(), REASON, null, caller.subject()));
    }

    private Optional<ComponentType> readNext(
            ChangeComponentRequest request, FamilyMemberEntity member) {
        Reading reading = new Reading();
        Optional<ComponentType> next = reading.optionalComponent("component", request.component());
        reading.plausible("component", next.orElse(null), member.sex);
        reading.npsn("npsn", request.npsn());
        reading.nisn("nisn", request.nisn());
        reading.grade("grade", request.grade());
        if (member.birthDate == null && next.isPresent()) {
            learnBirthDate(reading, request, member);
        }
        RequestDefects.refuseIfAny(reading);
        return next;
    }

    private void learnBirthDate(
            Reading reading, ChangeComponentRequest request, FamilyMemberEntity member) {
        if (request.birthDate() == null) {
            reading.refuse("birth_date", null, "BIRTH_DATE_MISSING", "a date");
            return;
        }
        String nik = identities.open(PersonalField.NIK, member.nikCipher);
        reading.agreement(nik, request.birthDate(), member.sex);
        member.birthDate = request.birthDate();
    }

    /** Another component means another school, or none; the old one is not carried over. */
    private static void recordSchool(ChangeComponentRequest request, FamilyMemberEntity member) {
        Reading reading = new Reading();
        member.npsn = reading.npsn("npsn", request.npsn());
        member.nisn = Optional.ofNullable(reading.nisn("nisn", request.nisn())).orElse(member.nisn);
        member.grade = reading.grade("grade", request.grade());
    }
}
