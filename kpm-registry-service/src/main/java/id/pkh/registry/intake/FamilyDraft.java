package id.pkh.registry.intake;

import id.pkh.registry.family.domain.KpmStatus;
import id.pkh.registry.family.domain.PayingBank;
import java.time.LocalDate;

/** A family as read from a row or a request; each value has been validated. */
public record FamilyDraft(
        String familyCard,
        PersonDraft caretaker,
        String address,
        String villageCode,
        String groupCode,
        PayingBank payingBank,
        String account,
        KpmStatus status,
        LocalDate participatingSince) {}
