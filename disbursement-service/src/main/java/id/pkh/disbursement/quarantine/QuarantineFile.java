package id.pkh.disbursement.quarantine;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.bankkey.CheckSignature.Checked;
import id.pkh.disbursement.exceptions.BankExceptions;
import id.pkh.disbursement.exceptions.BankExceptions.About;
import id.pkh.disbursement.exceptions.BankExceptions.BankException;
import id.pkh.disbursement.exceptions.domain.ExceptionClass;
import id.pkh.disbursement.quarantine.QuarantinedFiles.QuarantinedFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps what came in place of a signed file: who sent which bytes, with which signature. Two people
 * settle an exception about it. The same bytes for the same reason are kept once. The bytes
 * themselves stay with their sender, or in the bank's folder: nobody has vouched for the personal
 * data in them.
 */
@ApplicationScoped
public class QuarantineFile {

    /** A file as it was received. */
    public record RefusedFile(
            String bank,
            String sha256,
            long bytes,
            String filename,
            String channel,
            String receivedBy,
            byte[] signature) {}

    private final QuarantinedFiles files;
    private final BankExceptions exceptions;
    private final Clock clock;

    QuarantineFile(QuarantinedFiles files, BankExceptions exceptions, Clock clock) {
        this.files = files;
        this.exceptions = exceptions;
        this.clock = clock;
    }

    /** Returns the id under which the file is kept. */
    @Transactional
    public UUID handle(RefusedFile file, Checked checked) {
        files.lock(file.bank(), file.sha256());
        Optional<UUID> known = files.known(file.bank(), file.sha256(), checked.result());
        return known.orElseGet(() -> add(file, checked));
    }

    private UUID add(RefusedFile file, Checked checked) {
        Instant now = clock.instant();
        UUID fileId = UuidCreator.getTimeOrderedEpoch();
        UUID exceptionId = UuidCreator.getTimeOrderedEpoch();
        exceptions.add(
                List.of(
                        BankException.found(
                                exceptionId,
                                ExceptionClass.SIGNATURE_NOT_VALID.name(),
                                checked.result().name(),
                                About.ofBank(file.bank(), null, null),
                                now)));
        files.add(
                new QuarantinedFile(
                        fileId,
                        file.bank(),
                        file.sha256(),
                        file.bytes(),
                        file.filename(),
                        file.channel(),
                        file.receivedBy(),
                        now,
                        checked.result(),
                        checked.keyId(),
                        exceptionId,
                        null),
                file.signature());
        return fileId;
    }
}
