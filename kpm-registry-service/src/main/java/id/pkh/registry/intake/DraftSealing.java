package id.pkh.registry.intake;

import id.pkh.registry.family.domain.FamilyDetails;
import id.pkh.registry.family.domain.Member;
import id.pkh.registry.family.domain.Person;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Encrypts drafts for the rules. Values that a draft repeats keep their recorded ciphertext. */
@ApplicationScoped
public class DraftSealing {

    private final Identities identities;

    DraftSealing(Identities identities) {
        this.identities = identities;
    }

    public Person person(PersonDraft draft, Optional<Member> onRecord) {
        return new Person(
                identities.number(PersonalField.NIK, draft.nik(), onRecord.map(Member::nik)),
                identities.text(PersonalField.NAME, draft.name(), onRecord.map(Member::name)),
                draft.birthDate(),
                draft.sex(),
                draft.component(),
                draft.nisn(),
                draft.grade());
    }

    public FamilyDetails details(FamilyDraft draft, Optional<FamilyDetails> onRecord) {
        return new FamilyDetails(
                draft.villageCode(),
                draft.groupCode(),
                draft.payingBank(),
                identities.number(
                        PersonalField.ACCOUNT,
                        draft.account(),
                        onRecord.map(FamilyDetails::account)),
                identities.text(
                        PersonalField.ADDRESS,
                        draft.address(),
                        onRecord.map(FamilyDetails::address)),
                draft.participatingSince());
    }
}
