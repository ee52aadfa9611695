package id.pkh.registry.finding;

import id.pkh.platform.web.Refused;
import id.pkh.registry.intake.FieldReader;
import id.pkh.registry.intake.RequestErrors;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "LookUpRequest", description = "Exactly one key, and why the family is looked up.")
record LookUpRequest(
        @Schema(description = "16 digits, of any member") String nik,
        @Schema(description = "number of the family card, 16 digits") String familyCard,
        @Schema(description = "id of a member") UUID memberId,
        @Schema(description = "account on record now, also one that waits for a second person")
                String accountNumber,
        @Schema(required = true, description = "is logged with the look-up") String purpose) {

    LookUpKey key() {
        long given =
                Stream.of(nik, familyCard, memberId, accountNumber)
                        .filter(Objects::nonNull)
                        .count();
        if (given != 1) {
            throw Refused.because("LOOK_UP_KEY_AMBIGUOUS").with("keys", given);
        }
        FieldReader reader = new FieldReader();
        LookUpKey key = read(reader);
        RequestErrors.refuseIfAny(reader);
        return key;
    }

    private LookUpKey read(FieldReader reader) {
        if (nik != null) {
            return new LookUpKey(KeyKind.NIK, reader.nik("nik", nik));
        }
        if (familyCard != null) {
            return new LookUpKey(KeyKind.FAMILY_CARD, reader.familyCard("family_card", familyCard));
        }
        if (memberId != null) {
            return new LookUpKey(KeyKind.MEMBER_ID, memberId.toString());
        }
        String account = reader.account("account_number", accountNumber);
        if (account == null && reader.isClean()) {
            reader.refuse("account_number", accountNumber, "ACCOUNT_NOT_DIGITS", "5 to 20 digits");
        }
        return new LookUpKey(KeyKind.ACCOUNT_NUMBER, account);
    }
}
