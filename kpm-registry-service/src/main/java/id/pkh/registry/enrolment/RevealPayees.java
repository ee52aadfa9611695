package id.pkh.registry.enrolment;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.identity.Disclosure;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.identity.Reveals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells whoever prepares payments where the money of many families goes. Every family read stands
 * in the read log with the purpose.
 */
@ApplicationScoped
class RevealPayees {

    static final int MAX_FAMILIES = 1_000;

    private static final String FIELDS = "caretaker.name,account_number";
    private static final int MAX_PURPOSE_CHARS = 200;

    private final Identities identities;
    private final Reveals reveals;
    private final Caller caller;

    RevealPayees(Identities identities, Reveals reveals, Caller caller) {
        this.identities = identities;
        this.reveals = reveals;
        this.caller = caller;
    }

    @Transactional
    PayeesView handle(List<UUID> familyIds, String purpose) {
        refuseUnlessInOrder(familyIds);
        if (purpose == null || purpose.isBlank() || purpose.length() > MAX_PURPOSE_CHARS) {
            throw Refused.because("PURPOSE_REQUIRED").with("max_chars", MAX_PURPOSE_CHARS);
        }
        List<KpmEntity> families =
                KpmEntity.<KpmEntity>list("id in ?1", familyIds).stream()
                        .filter(kpm -> caller.areas().covers(kpm.villageCode))
                        .toList();
        Map<UUID, FamilyMemberEntity> caretakers = caretakersOf(families);
        reveals.log(
                families.stream().map(kpm -> kpm.id).toList(),
                FIELDS,
                new Disclosure(true, purpose.strip()));
        return new PayeesView(
                families.stream()
                        .map(kpm -> view(kpm, caretakers.get(kpm.caretakerMemberId)))
                        .toList());
    }

    private static void refuseUnlessInOrder(List<UUID> familyIds) {
        if (familyIds == null
                || familyIds.isEmpty()
                || familyIds.size() > MAX_FAMILIES
                || familyIds.contains(null)
                || new HashSet<>(familyIds).size() < familyIds.size()) {
            throw Refused.because("FAMILY_IDS_INVALID").with("max_families", MAX_FAMILIES);
        }
    }

    private static Map<UUID, FamilyMemberEntity> caretakersOf(List<KpmEntity> families) {
        if (families.isEmpty()) {
            return Map.of();
        }
        List<UUID> ids = families.stream().map(kpm -> kpm.caretakerMemberId).toList();
        return FamilyMemberEntity.<FamilyMemberEntity>stream("id in ?1", ids)
                .collect(Collectors.toMap(member -> member.id, Function.identity()));
    }

    private PayeesView.PayeeView view(KpmEntity kpm, FamilyMemberEntity caretaker) {
        return new PayeesView.PayeeView(
                kpm.id,
                kpm.payingBank == null ? null : kpm.payingBank.name(),
                identities.open(PersonalField.NAME, caretaker.nameCipher),
                identities.open(PersonalField.ACCOUNT, kpm.accountCipher));
    }
}
