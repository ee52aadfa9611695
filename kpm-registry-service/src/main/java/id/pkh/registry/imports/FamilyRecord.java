package id.pkh.registry.imports;

import id.pkh.registry.enrolment.domain.KpmStatus;
import id.pkh.registry.enrolment.domain.PayingBank;
import id.pkh.registry.identity.Sealed;
import java.time.LocalDate;
import java.util.UUID;

/** A row of {@code kpm}. */
record FamilyRecord(
        UUID id,
        Sealed card,
        UUID caretakerMemberId,
        String villageCode,
        String groupCode,
        PayingBank bank,
        Sealed account,
        byte[] addressCipher,
        KpmStatus status,
        LocalDate participatingSince,
        long version) {

    FamilyRecord nextVersion() {
        return new FamilyRecord(
                id,
                card,
                caretakerMemberId,
                villageCode,
                groupCode,
                bank,
                account,
                addressCipher,
                status,
                participatingSince,
                version + 1);
    }
}
