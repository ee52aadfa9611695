package id.pkh.registry.enrolment;

import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.family.Families;
import id.pkh.registry.family.Provenance;
import id.pkh.registry.family.domain.CaretakerAge;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.identity.domain.Sealed;
import id.pkh.registry.intake.BirthDates;
import id.pkh.registry.intake.DraftSealing;
import id.pkh.registry.intake.FamilyDraft;
import id.pkh.registry.intake.PersonDraft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Registers a family with its caretaker and its members. */
@ApplicationScoped
class RegisterKpm {

    private final KpmRecords records;
    private final Families families;
    private final Identities identities;
    private final DraftSealing sealing;
    private final CallerAreas areas;
    private final Clock clock;

    RegisterKpm(
            KpmRecords records,
            Families families,
            Identities identities,
            DraftSealing sealing,
            CallerAreas areas,
            Clock clock) {
        this.records = records;
        this.families = families;
        this.identities = identities;
        this.sealing = sealing;
        this.areas = areas;
        this.clock = clock;
    }

    @Transactional
    UUID handle(FamilyDraft draft, List<PersonDraft> members) {
        areas.requireVillage(draft.villageCode());
        Sealed card = identities.seal(PersonalField.FAMILY_CARD, draft.familyCard());
        families.lockByCard(List.of(card.token())).stream()
                .findFirst()
                .ifPresent(
                        known -> {
                            throw known.status().isFinal()
                                    ? left(known.id(), known.details().villageCode())
                                    : Refused.because("FAMILY_CARD_DUPLICATE");
                        });
        records.holderOf(identities.tokenOf(PersonalField.NIK, draft.caretaker().nik()))
                .filter(holder -> holder.hasLeft() && holder.isCaretaker())
                .ifPresent(
                        holder -> {
                            throw left(holder.kpmId(), holder.villageCode());
                        });
        LocalDate today = BusinessDates.on(clock.instant());
        CaretakerAge.refusal(BirthDates.latestOf(draft.caretaker(), today), today)
                .ifPresent(
                        code -> {
                            throw Refused.because(code).with("field", "caretaker");
                        });
        Family family =
                Family.registered(
                        KpmRecords.newId(),
                        card,
                        sealing.details(draft, Optional.empty()),
                        draft.status(),
                        KpmRecords.newId(),
                        records.newPerson(draft.caretaker()));
        for (PersonDraft member : members) {
            family = records.join(family, KpmRecords.newId(), member, draft.participatingSince());
        }
        records.save(family, Provenance.REGISTERED, null);
        return family.id();
    }

    /** A family that has left comes back with its number and its history. */
    private Refused left(UUID kpmId, String village) {
        Refused refused = Refused.because("KPM_LEFT_REINSTATE");
        return areas.cover(village) ? refused.with("kpm_id", kpmId) : refused;
    }
}
