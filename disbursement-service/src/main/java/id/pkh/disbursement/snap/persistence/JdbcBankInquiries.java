package id.pkh.disbursement.snap.persistence;

import id.pkh.disbursement.snap.BankInquiries;
import id.pkh.disbursement.snap.client.SnapClient.Answer;
import id.pkh.disbursement.snap.domain.TransferState;
import id.pkh.platform.persistence.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
@Transactional
class JdbcBankInquiries implements BankInquiries {

    private static final String ASK =
            """
            INSERT INTO bank_inquiry (inquiry_id, instruction_id, payment_id, bank, asked_by, asked_at)
            VALUES (:id, :instruction, :payment, :bank, :by, :at) RETURNING external_no
            """;

    private static final String ANSWER =
            """
            UPDATE bank_inquiry SET state = :state, response_code = :code, latest_status = :latest, bank_ref = :ref,
                   answered_at = :at
             WHERE inquiry_id = :id
            """;

    private static final String EXTERNAL_FORM = "%018d";

    private final Database database;

    JdbcBankInquiries(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Attempt> latest(UUID paymentId) {
        return database.query(
                "SELECT instruction_id, payment_id, bank, status FROM latest_attempt"
                        + " WHERE payment_id = :payment",
                q -> q.bind("payment", paymentId).map(database.rowsAs(Attempt.class)).findFirst());
    }

    @Override
    public String ask(UUID inquiryId, Attempt attempt, String by, Instant at) {
        long number =
                database.query(
                        ASK,
                        q ->
                                q.bind("id", inquiryId)
                                        .bind("instruction", attempt.instructionId())
                                        .bind("payment", attempt.paymentId())
                                        .bind("bank", attempt.bank())
                                        .bind("by", by)
                                        .bind("at", at)
                                        .mapTo(Long.class)
                                        .one());
        return EXTERNAL_FORM.formatted(number);
    }

    @Override
    public void answer(UUID inquiryId, TransferState state, Answer answer, Instant at) {
        database.update(
                ANSWER,
                u ->
                        u.bind("id", inquiryId)
                                .bind("state", state)
                                .bind("code", answer.responseCode())
                                .bind("latest", answer.latestStatus())
                                .bind("ref", answer.reference())
                                .bind("at", at));
    }

    @Override
    public List<Inquiry> of(UUID paymentId, int limit) {
        return database.query(
                "SELECT * FROM bank_inquiry WHERE payment_id = :payment"
                        + " ORDER BY external_no DESC LIMIT :limit",
                q ->
                        q.bind("payment", paymentId)
                                .bind("limit", limit)
                                .map(database.rowsAs(Inquiry.class))
                                .list());
    }
}
