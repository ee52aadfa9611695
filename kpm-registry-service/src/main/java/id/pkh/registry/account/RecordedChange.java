package id.pkh.registry.account;

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
}
