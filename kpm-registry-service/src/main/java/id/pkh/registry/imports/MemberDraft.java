package id.pkh.registry.imports;

import id.pkh.registry.intake.PersonDraft;

/** A member as read from a row: which family, and who. */
record MemberDraft(String familyCard, PersonDraft person) {}
