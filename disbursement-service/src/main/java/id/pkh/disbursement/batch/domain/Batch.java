package id.pkh.disbursement.batch.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One file to one bank. An officer's preparation fills it; once complete it has a count, a sum and
 * a hash, and nothing in it changes any more. An approver names the hash; a third person says that
 * it was sent. From there on the bank has the word.
 *
 * @param makers whoever took part in the preparation
 * @param figures null while it is being filled
 * @param fileGivenAt when somebody first got the file; from then on it may be at the bank
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

    /** What a complete batch holds. */
    public record Figures(
            long payments, long amountIdr, long unusualAccounts, String listSha256, Instant at) {}

    /** Something a person did with the batch. */
    public record Act(String by, Instant at) {}

    /** What stands against an approval of this hash by this person. */
    public Optional<String> approvalRefusal(String person, String sha256) {
        if (status != BatchStatus.PREPARED) {
            return Optional.of(BATCH_NOT_PREPARED);
        }
        if (!figures.listSha256().equals(sha256)) {
            return Optional.of(BATCH_HASH_DIFFERS);
        }
        return makers.contains(person) ? Optional.of(BATCH_SAME_PERSON) : Optional.empty();
    }

    /** What stands against being sent by this person. */
    public Optional<String> sendingRefusal(String person) {
        if (status == BatchStatus.SENT) {
            return Optional.of(BATCH_ALREADY_SENT);
        }
        if (status != BatchStatus.APPROVED) {
            return Optional.of(BATCH_NOT_APPROVED);
        }
        return makers.contains(person) || approval.by().equals(person)
                ? Optional.of(BATCH_SAME_PERSON)
                : Optional.empty();
    }

    /**
     * What stands against being rejected by this person. A file that was given out may be paid
     * already, so its payments are not free any more.
     */
    public Optional<String> rejectionRefusal(String person) {
        if (status == BatchStatus.SENT) {
            return Optional.of(BATCH_ALREADY_SENT);
        }
        if (status != BatchStatus.PREPARED && status != BatchStatus.APPROVED) {
            return Optional.of(BATCH_NOT_PREPARED);
        }
        if (fileGivenAt != null) {
            return Optional.of(BATCH_FILE_GIVEN_OUT);
        }
        return makers.contains(person) ? Optional.of(BATCH_SAME_PERSON) : Optional.empty();
    }

    /** Only what was approved becomes a file. */
    public boolean givesFile() {
        return status == BatchStatus.APPROVED || status == BatchStatus.SENT;
    }
}
