package id.pkh.registry.dataupdate.domain;

import static id.pkh.registry.dataupdate.domain.ChangeField.ACCOUNT_NUMBER;
import static id.pkh.registry.dataupdate.domain.ChangeField.BIRTH_DATE;
import static id.pkh.registry.dataupdate.domain.ChangeField.CARETAKER_MEMBER_ID;
import static id.pkh.registry.dataupdate.domain.ChangeField.COMPONENT;
import static id.pkh.registry.dataupdate.domain.ChangeField.COMPONENT_SINCE;
import static id.pkh.registry.dataupdate.domain.ChangeField.COMPONENT_UNTIL;
import static id.pkh.registry.dataupdate.domain.ChangeField.DIED_ON;
import static id.pkh.registry.dataupdate.domain.ChangeField.GRADE;
import static id.pkh.registry.dataupdate.domain.ChangeField.GROUP_CODE;
import static id.pkh.registry.dataupdate.domain.ChangeField.NAME;
import static id.pkh.registry.dataupdate.domain.ChangeField.NIK;
import static id.pkh.registry.dataupdate.domain.ChangeField.NISN;
import static id.pkh.registry.dataupdate.domain.ChangeField.NPSN;
import static id.pkh.registry.dataupdate.domain.ChangeField.PAYING_BANK;
import static id.pkh.registry.dataupdate.domain.ChangeField.ROUTE;
import static id.pkh.registry.dataupdate.domain.ChangeField.TELEPHONE;
import static id.pkh.registry.dataupdate.domain.ChangeField.VILLAGE_CODE;

import java.util.List;

/**
 * What a facilitator can submit about a family. The table of docs/rules/data-updates.md has the
 * same rows.
 */
public enum ChangeKind {
    BIRTH(About.FAMILY, fields(NIK, NAME, BIRTH_DATE), fields(), fields(), true),
    DEATH(About.MEMBER, fields(), fields(), fields(DIED_ON, COMPONENT, COMPONENT_UNTIL), true),
    DEATH_OF_CARETAKER(
            About.MEMBER,
            fields(),
            fields(CARETAKER_MEMBER_ID, NIK, NAME, BIRTH_DATE),
            fields(DIED_ON, COMPONENT, COMPONENT_UNTIL, CARETAKER_MEMBER_ID),
            true),
    DEATH_CORRECTED(About.MEMBER, fields(), fields(), fields(DIED_ON), true),
    CARETAKER_CHANGED(
            About.FAMILY,
            fields(),
            fields(CARETAKER_MEMBER_ID, NIK, NAME, BIRTH_DATE),
            fields(CARETAKER_MEMBER_ID),
            true),
    MOVE_WITHIN(
            About.FAMILY,
            fields(VILLAGE_CODE),
            fields(GROUP_CODE),
            fields(VILLAGE_CODE, GROUP_CODE),
            false),
    MOVE_AWAY(
            About.FAMILY,
            fields(VILLAGE_CODE),
            fields(GROUP_CODE),
            fields(VILLAGE_CODE, GROUP_CODE),
            false),
    SCHOOL_CHANGED(
            About.MEMBER,
            fields(COMPONENT, NPSN),
            fields(NISN, GRADE),
            fields(COMPONENT, COMPONENT_SINCE, COMPONENT_UNTIL, NPSN, NISN, GRADE),
            true),
    SCHOOL_LEFT(
            About.MEMBER,
            fields(),
            fields(),
            fields(COMPONENT, COMPONENT_SINCE, COMPONENT_UNTIL, NPSN),
            true),
    PREGNANCY_BEGAN(
            About.MEMBER,
            fields(),
            fields(BIRTH_DATE),
            fields(COMPONENT, COMPONENT_SINCE, COMPONENT_UNTIL, NPSN),
            true),
    PREGNANCY_ENDED(
            About.MEMBER,
            fields(),
            fields(),
            fields(COMPONENT, COMPONENT_SINCE, COMPONENT_UNTIL),
            true),
    COMPONENT_BEGAN(
            About.MEMBER,
            fields(COMPONENT),
            fields(NPSN, NISN, GRADE, BIRTH_DATE),
            fields(COMPONENT, COMPONENT_SINCE, COMPONENT_UNTIL, NPSN, NISN, GRADE),
            true),
    COMPONENT_ENDED(
            About.MEMBER,
            fields(),
            fields(),
            fields(COMPONENT, COMPONENT_SINCE, COMPONENT_UNTIL, NPSN),
            true),
    PERSON_CORRECTED(
            About.MEMBER,
            fields(),
            fields(NIK, NAME, BIRTH_DATE),
            fields(NIK, NAME, BIRTH_DATE),
            false),
    ACCOUNT(
            About.FAMILY,
            fields(PAYING_BANK, ACCOUNT_NUMBER),
            fields(),
            fields(PAYING_BANK, ACCOUNT_NUMBER),
            true),
    TELEPHONE_CHANGED(
            About.FAMILY, fields(TELEPHONE), fields(ROUTE), fields(TELEPHONE, ROUTE), false);

    /** What a change names. */
    public enum About {
        FAMILY,
        MEMBER
    }

    private final About about;
    private final List<ChangeField> needs;
    private final List<ChangeField> may;
    private final List<ChangeField> from;
    private final boolean concernsPayment;

    ChangeKind(
            About about,
            List<ChangeField> needs,
            List<ChangeField> may,
            List<ChangeField> from,
            boolean concernsPayment) {
        this.about = about;
        this.needs = needs;
        this.may = may;
        this.from = from;
        this.concernsPayment = concernsPayment;
    }

    private static List<ChangeField> fields(ChangeField... fields) {
        return List.of(fields);
    }

    public About about() {
        return about;
    }

    public boolean isAboutMember() {
        return about == About.MEMBER;
    }

    public List<ChangeField> needs() {
        return needs;
    }

    public List<ChangeField> may() {
        return may;
    }

    /** What the registry has now and the change depends on. */
    public List<ChangeField> from() {
        return from;
    }

    /** Whether the family is notified when it is accepted. */
    public boolean concernsPayment() {
        return concernsPayment;
    }

    /** Whether a family can have several open changes of this kind. */
    public boolean canBeOpenTwice() {
        return this == BIRTH;
    }

    public boolean isMove() {
        return this == MOVE_WITHIN || this == MOVE_AWAY;
    }
}
