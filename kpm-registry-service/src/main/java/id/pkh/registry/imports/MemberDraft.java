package id.pkh.registry.imports;

import id.pkh.registry.intake.PersonDraft;

/** A member as read from a row: the family card and the person. */
record MemberDraft(String familyCard, PersonDraft person) {}
