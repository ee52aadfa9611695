package id.pkh.registry.enrolment;

import id.pkh.platform.web.Refused;
import id.pkh.registry.family.domain.ComponentSpan;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.family.domain.Member;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.intake.DraftSealing;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.intake.PersonDraft;
import id.pkh.registry.intake.RequestErrors;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Corrects the number, the name or the birth date of a member; what is left out stays. */
@ApplicationScoped
public class CorrectPerson {

    private final KpmRecords records;
    private final Identities identities;
    private final DraftSealing sealing;

    CorrectPerson(KpmRecords records, Identities identities, DraftSealing sealing) {
        this.records = records;
        this.identities = identities;
        this.sealing = sealing;
    }

    public Family applied(
            Family family,
            UUID memberId,
            String nik,
            String name,
            LocalDate birthDate,
            LocalDate on) {
        Member member = records.memberOf(family, memberId);
        FieldReader reader = new FieldReader();
        String meantNik =
                nik == null
                        ? identities.open(PersonalField.NIK, member.nik().cipher())
                        : reader.nik("nik", nik);
        String meantName =
                name == null
                        ? identities.open(PersonalField.NAME, member.name().cipher())
                        : reader.name("name", name);
        LocalDate born = birthDate == null ? member.birthDate() : birthDate;
        reader.agreement(meantNik, born, null);
        RequestErrors.refuseIfAny(reader);
        PersonDraft meant =
                new PersonDraft(
                        meantNik, meantName, born, FieldReader.sexOf(meantNik), null, null, null);
        requirePlausible(member, meant);
        requireFree(family, member, meantNik);
        return family.with(member.corrected(sealing.person(meant, Optional.of(member))), on);
    }

    private static void requirePlausible(Member member, PersonDraft meant) {
        FieldReader reader = new FieldReader();
        ComponentSpan present = member.components().present();
        reader.plausible("nik", present == null ? null : present.type(), meant.sex());
        RequestErrors.refuseIfAny(reader);
    }

    /** A number belongs to one person, whose family may have left. */
    private void requireFree(Family family, Member member, String nik) {
        String token = identities.tokenOf(PersonalField.NIK, nik);
        boolean isInFamily =
                family.memberByNik(token).filter(one -> !one.id().equals(member.id())).isPresent();
        boolean isElsewhere =
                records.holderOf(token)
                        .filter(holder -> !holder.memberId().equals(member.id()))
                        .isPresent();
        if (isInFamily || isElsewhere) {
            throw Refused.because("NIK_DUPLICATE");
        }
    }
}
