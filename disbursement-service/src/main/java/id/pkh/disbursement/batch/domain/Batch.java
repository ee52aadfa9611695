package id.pkh.disbursement.batch.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One file to one bank. An officer's preparation fills it. A complete batch has a count, a sum and
 * a hash, and its contents change only by a payment that is taken out before the approval. An
 * approver confirms the hash; a third person states that the file was sent. From then on the bank's
 * reports decide the status of its payments.
 *
 * @param bic null for a pay-out list
 * @param makers the people who took part in the preparation
 * @param figures null while the batch is being filled
 * @param takenOut number of payments that were taken out since it was complete
 * @param fileGivenAt time of the first download of the file; from then on the file may be at the
 *     bank
 */
public record Batch(
        UUID batchId,
        UUID cycleId,
        String cycleCode,
        UUID runId,
        String bank,
        String bic,
        String fundingAccount,
        String debtorName,
        BatchKind kind,
        int fileNo,
        String messageId,
        BatchStatus status,
        List<String> makers,
        Instant createdAt,
        Figures figures,
        int takenOut,
        Act approval,
        Instant fileGivenAt,
        Act sending,
        Act rejection,
        String rejectionReason) {

    public static final String BATCH_NOT_PREPARED = "BATCH_NOT_PREPARED";
    public static final String BATCH_NOT_APPROVED = "BATCH_NOT_APPROVED";
    public static final String BATCH_ALREADY_SENT = "BATCH_ALREADY_SENT";
    public static final String BATCH_HASH_DIFFERS = "BATCH_HASH_DIFFERS";
    public static final String BATCH_FILE_GIVEN_OUT = "BATCH_FILE_GIVEN_OUT";
    public static final String BATCH_SAME_PERSON = "BATCH_SAME_PERSON";
    public static final String BATCH_EMPTY = "BATCH_EMPTY";

    /** The figures of a complete batch. */
    public record Figures(
            long payments, long amountIdr, long unusualAccounts, String listSha256, Instant at) {}

    /** An act of a person on the batch. */
    public record Act(String by, Instant at) {}

    /** Whether the person prepared, approved or sent the batch. */
    public boolean hasPart(String person) {
        return makers.contains(person)
                || (approval != null && approval.by().equals(person))
                || (sending != null && sending.by().equals(person));
    }

    /** The code of the refusal if this person may not approve this hash; empty otherwise. */
    public Optional<String> approvalRefusal(String person, String sha256) {
        if (status != BatchStatus.PREPARED) {
            return Optional.of(BATCH_NOT_PREPARED);
        }
        if (!figures.listSha256().equals(sha256)) {
            return Optional.of(BATCH_HASH_DIFFERS);
        }
        if (figures.payments() == 0) {
            return Optional.of(BATCH_EMPTY);
        }
        return makers.contains(person) ? Optional.of(BATCH_SAME_PERSON) : Optional.empty();
    }

    /**
     * The code of the refusal if no payment may be taken out of this content; empty otherwise.
     * Whoever takes one out becomes one of the makers, so another person approves what is left.
     */
    public Optional<String> takingOutRefusal(String sha256) {
        if (status != BatchStatus.PREPARED) {
            return Optional.of(BATCH_NOT_PREPARED);
        }
        return figures.listSha256().equals(sha256)
                ? Optional.empty()
                : Optional.of(BATCH_HASH_DIFFERS);
    }

    /** The number of its last line. What was taken out leaves a gap. */
    public long lines() {
        return figures.payments() + takenOut;
    }

    /** The code of the refusal if this person may not send this hash; empty otherwise. */
    public Optional<String> sendingRefusal(String person, String sha256) {
        if (status == BatchStatus.SENT) {
            return Optional.of(BATCH_ALREADY_SENT);
        }
        if (status != BatchStatus.APPROVED) {
            return Optional.of(BATCH_NOT_APPROVED);
        }
        if (!figures.listSha256().equals(sha256)) {
            return Optional.of(BATCH_HASH_DIFFERS);
        }
        return makers.contains(person) || approval.by().equals(person)
                ? Optional.of(BATCH_SAME_PERSON)
                : Optional.empty();
    }

    /**
     * The code of the refusal if this person may not reject this hash; empty otherwise. A file that
     * was downloaded may already be paid, so its payments must not be tried again.
     */
    public Optional<String> rejectionRefusal(String person, String sha256) {
        if (status == BatchStatus.SENT) {
            return Optional.of(BATCH_ALREADY_SENT);
        }
        if (status != BatchStatus.PREPARED && status != BatchStatus.APPROVED) {
            return Optional.of(BATCH_NOT_PREPARED);
        }
        if (!figures.listSha256().equals(sha256)) {
            return Optional.of(BATCH_HASH_DIFFERS);
        }
        if (fileGivenAt != null) {
            return Optional.of(BATCH_FILE_GIVEN_OUT);
        }
        return makers.contains(person) ? Optional.of(BATCH_SAME_PERSON) : Optional.empty();
    }

    /** Whether it is a list by which families are paid in cash. */
    public boolean isPayOutList() {
        return bic == null;
    }

    /** Only an approved batch can be written to a file. */
    public boolean givesFile() {
        return status == BatchStatus.APPROVED || status == BatchStatus.SENT;
    }
}
