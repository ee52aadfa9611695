package id.pkh.disbursement.withdrawal.domain;

import java.util.Objects;

/**
 * The evidence of a report. It stays with the person who has it; this service knows where it is.
 *
 * @param reference where it is found; null when no one has stated it
 * @param sha256 of a photo, so that the same photo is recognised; null otherwise
 */
public record WithdrawalEvidence(EvidenceKind kind, String reference, String sha256) {

    public static final WithdrawalEvidence NONE =
            new WithdrawalEvidence(EvidenceKind.NONE, null, null);

    public WithdrawalEvidence {
        Objects.requireNonNull(kind, "kind");
    }

    boolean isPossible() {
        return (kind != EvidenceKind.NONE || reference == null)
                && (kind == EvidenceKind.PHOTO || sha256 == null);
    }
}
