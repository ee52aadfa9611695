package id.pkh.registry.initial.domain;

import static id.pkh.registry.dataupdate.domain.ChangeKind.BIRTH;
import static id.pkh.registry.dataupdate.domain.ChangeKind.CARETAKER_CHANGED;
import static id.pkh.registry.dataupdate.domain.ChangeKind.COMPONENT_BEGAN;
import static id.pkh.registry.dataupdate.domain.ChangeKind.COMPONENT_ENDED;
import static id.pkh.registry.dataupdate.domain.ChangeKind.DEATH;
import static id.pkh.registry.dataupdate.domain.ChangeKind.DEATH_OF_CARETAKER;
import static id.pkh.registry.dataupdate.domain.ChangeKind.MOVE_AWAY;
import static id.pkh.registry.dataupdate.domain.ChangeKind.MOVE_WITHIN;
import static id.pkh.registry.dataupdate.domain.ChangeKind.PERSON_CORRECTED;
import static id.pkh.registry.dataupdate.domain.ChangeKind.PREGNANCY_BEGAN;
import static id.pkh.registry.dataupdate.domain.ChangeKind.PREGNANCY_ENDED;
import static id.pkh.registry.dataupdate.domain.ChangeKind.SCHOOL_CHANGED;
import static id.pkh.registry.dataupdate.domain.ChangeKind.SCHOOL_LEFT;
import static id.pkh.registry.dataupdate.domain.ChangeKind.TELEPHONE_CHANGED;
import static id.pkh.registry.dataupdate.domain.EvidenceKind.BIRTH_CERTIFICATE;
import static id.pkh.registry.dataupdate.domain.EvidenceKind.DEATH_CERTIFICATE;
import static id.pkh.registry.dataupdate.domain.EvidenceKind.DISABILITY_LETTER;
import static id.pkh.registry.dataupdate.domain.EvidenceKind.FAMILY_CARD;
import static id.pkh.registry.dataupdate.domain.EvidenceKind.HEALTH_BOOK;
import static id.pkh.registry.dataupdate.domain.EvidenceKind.HOME_VISIT;
import static id.pkh.registry.dataupdate.domain.EvidenceKind.ID_CARD;
import static id.pkh.registry.dataupdate.domain.EvidenceKind.MOVE_LETTER;
import static id.pkh.registry.dataupdate.domain.EvidenceKind.SCHOOL_LETTER;
import static id.pkh.registry.dataupdate.domain.EvidenceKind.STATEMENT_OF_FAMILY;

import id.pkh.registry.dataupdate.domain.ChangeKind;
import id.pkh.registry.dataupdate.domain.EvidenceKind;
import java.util.List;

/** What is compared for a candidate: with which evidence, and what a difference can become. */
public enum Item {
    CARETAKER(
            List.of(ID_CARD, FAMILY_CARD, DEATH_CERTIFICATE),
            List.of(PERSON_CORRECTED, CARETAKER_CHANGED, DEATH_OF_CARETAKER)),
    MEMBERS(
            List.of(FAMILY_CARD, BIRTH_CERTIFICATE, DEATH_CERTIFICATE),
            List.of(BIRTH, DEATH, PERSON_CORRECTED)),
    SCHOOL(
            List.of(SCHOOL_LETTER, FAMILY_CARD),
            List.of(SCHOOL_CHANGED, SCHOOL_LEFT, COMPONENT_BEGAN, COMPONENT_ENDED)),
    HEALTH(
            List.of(HEALTH_BOOK, FAMILY_CARD),
            List.of(PREGNANCY_BEGAN, PREGNANCY_ENDED, COMPONENT_BEGAN, COMPONENT_ENDED)),
    CARE(
            List.of(DISABILITY_LETTER, ID_CARD, FAMILY_CARD),
            List.of(COMPONENT_BEGAN, COMPONENT_ENDED)),
    ADDRESS(
            List.of(FAMILY_CARD, ID_CARD, MOVE_LETTER, HOME_VISIT),
            List.of(MOVE_WITHIN, MOVE_AWAY)),
    TELEPHONE(List.of(STATEMENT_OF_FAMILY), List.of(TELEPHONE_CHANGED));

    private final List<EvidenceKind> evidence;
    private final List<ChangeKind> changes;

    Item(List<EvidenceKind> evidence, List<ChangeKind> changes) {
        this.evidence = evidence;
        this.changes = changes;
    }

    public List<EvidenceKind> evidence() {
        return evidence;
    }

    public List<ChangeKind> changes() {
        return changes;
    }
}
