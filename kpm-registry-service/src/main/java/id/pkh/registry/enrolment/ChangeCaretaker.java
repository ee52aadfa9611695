package id.pkh.registry.enrolment;

import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.Member;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.intake.BirthDates;
import id.pkh.registry.intake.DraftSealing;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.intake.PersonDraft;
import id.pkh.registry.intake.RequestErrors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Makes another adult the caretaker, who holds card and account: a member, or a new person. */
@ApplicationScoped
public class ChangeCaretaker {

    private final KpmRecords records;
    private final DraftSealing sealing;
    private final Identities identities;
    private final BirthDates birthDates;
    private final Clock clock;

    ChangeCaretaker(
            KpmRecords records,
            DraftSealing sealing,
            Identities identities,
            BirthDates birthDates,
            Clock clock) {
        this.records = records;
        this.sealing = sealing;
        this.identities = identities;
        this.birthDates = birthDates;
        this.clock = clock;
    }

    @Transactional
    void handle(UUID kpmId, AsRead read, ChangeCaretakerRequest request) {
        records.save(applied(records.lockForChange(kpmId, read), request));
    }

    public Family applied(Family family, ChangeCaretakerRequest request) {
        if ((request.memberId() == null) == (request.person() == null)) {
            throw Refused.because("CARETAKER_AMBIGUOUS");
        }
        LocalDate on = request.effectiveOn();
        return request.memberId() == null
                ? caredForBy(family, read(request.person()), on)
                : caredForBy(family, records.memberOf(family, request.memberId()), on);
    }

    /** A person whose NIK is already in the family is the existing member with that NIK. */
    private Family caredForBy(Family family, PersonDraft draft, LocalDate on) {
        String nikToken = identities.tokenOf(PersonalField.NIK, draft.nik());
        Optional<Member> known = family.memberByNik(nikToken);
        if (known.isEmpty()) {
            UUID joining = KpmRecords.newId();
            Family joined = records.join(family, joining, draft, on);
            return caredForBy(joined, records.memberOf(joined, joining), on);
        }
        Member member = known.get().learn(sealing.person(draft, known)).orThrow(Refused::because);
        return caredForBy(family.with(member, on), member, on);
    }

    /** The record shows the caretaker at once, so an adult is needed today as well. */
    private Family caredForBy(Family family, Member member, LocalDate on) {
        LocalDate today = BusinessDates.on(clock.instant());
        LocalDate adultOn = on.isBefore(today) ? on : today;
        return family.caredForBy(member.id(), birthDates.latestOf(member, today), on, adultOn)
                .orThrow(Refused::because);
    }

    private static PersonDraft read(PersonRequest person) {
        FieldReader reader = new FieldReader();
        PersonDraft draft = person.read(reader.in("person"), false);
        RequestErrors.refuseIfAny(reader);
        return draft;
    }
}
