package id.pkh.registry.dataupdate;

import id.pkh.registry.contact.domain.Telephone;
import id.pkh.registry.dataupdate.domain.Change;
import id.pkh.registry.dataupdate.domain.ChangeField;
import id.pkh.registry.dataupdate.domain.ChangeKind;
import id.pkh.registry.enrolment.AddMember;
import id.pkh.registry.enrolment.ChangeAccount;
import id.pkh.registry.enrolment.ChangeCaretaker;
import id.pkh.registry.enrolment.ChangeCaretakerRequest;
import id.pkh.registry.enrolment.ChangeComponent;
import id.pkh.registry.enrolment.ChangeComponentRequest;
import id.pkh.registry.enrolment.CorrectPerson;
import id.pkh.registry.enrolment.KpmRecords;
import id.pkh.registry.enrolment.MoveKpm;
import id.pkh.registry.enrolment.MoveKpmRequest;
import id.pkh.registry.enrolment.PersonRequest;
import id.pkh.registry.enrolment.RecordDeath;
import id.pkh.registry.family.domain.ComponentType;
import id.pkh.registry.family.domain.Family;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.intake.PersonDraft;
import id.pkh.registry.intake.RequestErrors;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Applies one change to a family, with the code of the single changes of families. A telephone
 * number does not belong to the family; here it is only read.
 */
@ApplicationScoped
class ApplyChange {

    private final AddMember addMember;
    private final ChangeComponent changeComponent;
    private final ChangeCaretaker changeCaretaker;
    private final MoveKpm moveKpm;
    private final ChangeAccount changeAccount;
    private final CorrectPerson correctPerson;
    private final RecordDeath recordDeath;

    ApplyChange(
            AddMember addMember,
            ChangeComponent changeComponent,
            ChangeCaretaker changeCaretaker,
            MoveKpm moveKpm,
            ChangeAccount changeAccount,
            CorrectPerson correctPerson,
            RecordDeath recordDeath) {
        this.addMember = addMember;
        this.changeComponent = changeComponent;
        this.changeCaretaker = changeCaretaker;
        this.moveKpm = moveKpm;
        this.changeAccount = changeAccount;
        this.correctPerson = correctPerson;
        this.recordDeath = recordDeath;
    }

    /**
     * A family after a change.
     *
     * @param joined the person whom a birth added; null otherwise
     */
    record Applied(Family family, UUID joined) {}

    Applied applied(Family family, Change change) {
        if (change.kind() == ChangeKind.BIRTH) {
            UUID joined = KpmRecords.newId();
            return new Applied(addMember.applied(family, joined, newborn(change)), joined);
        }
        return new Applied(changed(family, change), null);
    }

    private Family changed(Family family, Change change) {
        UUID member = change.memberId();
        LocalDate on = change.effectiveOn();
        return switch (change.kind()) {
            case BIRTH -> throw new IllegalArgumentException("a birth adds a member");
            case DEATH -> recordDeath.applied(family, member, on);
            case DEATH_OF_CARETAKER ->
                    recordDeath.applied(caredForByNext(family, change), member, on);
            case DEATH_CORRECTED -> recordDeath.corrected(family, member, on);
            case CARETAKER_CHANGED -> caredForByNext(family, change);
            case MOVE_WITHIN, MOVE_AWAY ->
                    moveKpm.applied(
                            family,
                            new MoveKpmRequest(
                                    null,
                                    text(change, ChangeField.VILLAGE_CODE),
                                    text(change, ChangeField.GROUP_CODE),
                                    on));
            case SCHOOL_CHANGED, COMPONENT_BEGAN ->
                    changeComponent.applied(
                            family, component(change, text(change, ChangeField.COMPONENT)));
            case PREGNANCY_BEGAN ->
                    changeComponent.applied(
                            family, component(change, ComponentType.PREGNANT_POSTPARTUM.name()));
            case SCHOOL_LEFT, PREGNANCY_ENDED, COMPONENT_ENDED ->
                    changeComponent.applied(family, component(change, null));
            case PERSON_CORRECTED ->
                    correctPerson.applied(
                            family,
                            member,
                            text(change, ChangeField.NIK),
                            text(change, ChangeField.NAME),
                            day(change, ChangeField.BIRTH_DATE),
                            on);
            case ACCOUNT ->
                    changeAccount.applied(
                            family,
                            text(change, ChangeField.PAYING_BANK),
                            text(change, ChangeField.ACCOUNT_NUMBER),
                            on);
            case TELEPHONE_CHANGED -> {
                readTelephone(change);
                yield family;
            }
        };
    }

    Telephone readTelephone(Change change) {
        FieldReader reader = new FieldReader();
        Telephone number =
                reader.telephone(
                        ChangeField.TELEPHONE.wireName(), text(change, ChangeField.TELEPHONE));
        reader.contactRoute(ChangeField.ROUTE.wireName(), text(change, ChangeField.ROUTE), number);
        RequestErrors.refuseIfAny(reader);
        return number;
    }

    private static PersonDraft newborn(Change birth) {
        FieldReader reader = new FieldReader();
        PersonDraft draft =
                person(birth, ComponentType.EARLY_CHILD.name(), birth.effectiveOn())
                        .read(reader, true);
        RequestErrors.refuseIfAny(reader);
        return draft;
    }

    private Family caredForByNext(Family family, Change change) {
        String next = text(change, ChangeField.CARETAKER_MEMBER_ID);
        boolean isPerson = change.gets(ChangeField.NIK).isPresent();
        return changeCaretaker.applied(
                family,
                new ChangeCaretakerRequest(
                        null,
                        next == null ? null : UUID.fromString(next),
                        isPerson ? person(change, null, null) : null,
                        change.effectiveOn()));
    }

    private static PersonRequest person(Change change, String component, LocalDate since) {
        return new PersonRequest(
                text(change, ChangeField.NIK),
                text(change, ChangeField.NAME),
                day(change, ChangeField.BIRTH_DATE),
                null,
                component,
                null,
                null,
                null,
                since,
                null);
    }

    private static ChangeComponentRequest component(Change change, String component) {
        return new ChangeComponentRequest(
                null,
                change.memberId(),
                component,
                change.effectiveOn(),
                day(change, ChangeField.BIRTH_DATE),
                text(change, ChangeField.NPSN),
                text(change, ChangeField.NISN),
                text(change, ChangeField.GRADE));
    }

    private static String text(Change change, ChangeField field) {
        return change.gets(field).orElse(null);
    }

    private static LocalDate day(Change change, ChangeField field) {
        return change.gets(field).map(LocalDate::parse).orElse(null);
    }
}
