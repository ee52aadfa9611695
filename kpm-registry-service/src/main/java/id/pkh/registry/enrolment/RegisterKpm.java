package id.pkh.registry.enrolment;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.Areas;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.identity.Sealed;
import id.pkh.registry.intake.FamilyDraft;
import id.pkh.registry.intake.PersonDraft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** A family enters the registry with its caretaker and its members. */
@ApplicationScoped
class RegisterKpm {

    static final String REASON = "REGISTERED";

    private final KpmRecords records;
    private final Identities identities;
    private final Areas areas;
    private final Caller caller;
    private final Clock clock;

    RegisterKpm(
            KpmRecords records, Identities identities, Areas areas, Caller caller, Clock clock) {
        this.records = records;
        this.identities = identities;
        this.areas = areas;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    UUID handle(FamilyDraft family, List<PersonDraft> members) {
        Villages.require(areas, caller, family.villageCode());
        Sealed card = identities.seal(PersonalField.FAMILY_CARD, family.familyCard());
        if (KpmEntity.count("familyCardToken", card.token()) > 0) {
            throw Refused.because("FAMILY_CARD_DUPLICATE");
        }
        KpmEntity kpm = newFamily(family, card);
        kpm.caretakerMemberId = records.add(kpm.id, family.caretaker()).id;
        kpm.persist();
        members.forEach(person -> records.add(kpm.id, person));
        records.registered(
                kpm,
                new KpmRecords.Change(family.participatingSince(), REASON, null, caller.subject()));
        return kpm.id;
    }

    private KpmEntity newFamily(FamilyDraft family, Sealed card) {
        Sealed account = identities.seal(PersonalField.ACCOUNT, family.account());
        KpmEntity kpm = new KpmEntity();
        kpm.id = UuidCreator.getTimeOrderedEpoch();
        kpm.familyCardCipher = card.cipher();
        kpm.familyCardToken = card.token();
        kpm.villageCode = family.villageCode();
        kpm.groupCode = family.groupCode();
        kpm.payingBank = family.payingBank();
        kpm.accountCipher = account.cipher();
        kpm.accountToken = account.token();
        kpm.addressCipher = identities.sealText(PersonalField.ADDRESS, family.address());
        kpm.status = family.status();
        kpm.participatingSince = family.participatingSince();
        kpm.version = 1;
        kpm.recordedAt = clock.instant();
        kpm.changedAt = kpm.recordedAt;
        return kpm;
    }
}
