package id.pkh.registry.account;

import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import java.time.Instant;
import java.util.UUID;

/**
 * A change of an account or caretaker as it is stored, with the decision on it and what stood
 * before it.
 *
 * @param version present version of the family
 * @param changeNo version of the family that the change made
 * @param sharedWith number of other families that have this account now
 * @param formerBank bank that was confirmed last before the change; null when there is none
 */
public record RecordedChange(
        UUID changeId,
        UUID kpmId,
        String villageCode,
        long version,
        long changeNo,
        String payingBank,
        byte[] accountCipher,
        UUID caretakerMemberId,
        byte[] caretakerNameCipher,
        String formerBank,
        byte[] formerCipher,
        UUID formerCaretakerId,
        byte[] formerNameCipher,
        String source,
        UUID fileId,
        Integer line,
        boolean needsConfirmation,
        String changedBy,
        Instant changedAt,
        String permittedBy,
        String decision,
        String reason,
        String decidedBy,
        Instant decidedAt,
        boolean latest,
        long sharedWith) {

    AccountChangeStatus status() {
        return AccountChangeStatus.of(needsConfirmation, decision, latest);
    }

    /** Whether it changes the person whose name the bank compares with that of the account. */
    boolean changesCaretaker(Identities identities) {
        return formerCaretakerId != null
                && (!caretakerMemberId.equals(formerCaretakerId) || isCaretakerRenamed(identities));
    }

    /** The same name has another ciphertext when it comes back after another one. */
    boolean isCaretakerRenamed(Identities identities) {
        return caretakerMemberId.equals(formerCaretakerId)
                && !identities
                        .open(PersonalField.NAME, caretakerNameCipher)
                        .equals(identities.open(PersonalField.NAME, formerNameCipher));
    }
}
