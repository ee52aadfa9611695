package id.pkh.disbursement.exceptions;

import id.pkh.disbursement.exceptions.domain.MissingAnswers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/**
 * Keeps the exceptions about missing responses of a file as they have to be, when all overdue
 * payments are marked and at the end of each report: answered ones are settled, and where few are
 * left, they take the place of the file.
 */
@ApplicationScoped
public class AskAboutMissing {

    private final MissingResponses missing;

    AskAboutMissing(MissingResponses missing) {
        this.missing = missing;
    }

    /** The caller has locked the batch. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void handle(UUID batchId, Instant at) {
        missing.settleAnswered(batchId, at);
        missing.openFile(batchId, MissingAnswers.MOST_ONE_BY_ONE + 1)
                .filter(
                        file ->
                                MissingAnswers.areAskedOneByOne(
                                        file.missing().size(), file.payments()))
                .ifPresent(file -> missing.askOneByOne(batchId, file.missing(), at));
    }
}
