package id.pkh.disbursement.snap;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.batch.domain.MessageId;
import id.pkh.disbursement.snap.BankInquiries.Attempt;
import id.pkh.disbursement.snap.BankInquiries.Inquiry;
import id.pkh.disbursement.snap.client.SnapClient;
import id.pkh.disbursement.snap.client.SnapClient.Answer;
import id.pkh.disbursement.snap.client.SnapConfig;
import id.pkh.disbursement.snap.domain.TransferState;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/**
 * Asks the bank about a payment whose outcome is open. The question is stored before it leaves, so
 * that its number is never used for another one, also if the process dies before the answer.
 */
@ApplicationScoped
public class AskBank {

    public static final String BANK_NOT_ASKABLE = "BANK_NOT_ASKABLE";
    public static final String PAYMENT_NOT_OPEN_AT_BANK = "PAYMENT_NOT_OPEN_AT_BANK";

    private static final Set<String> OPEN = Set.of("SENT", "ACCEPTED", "UNKNOWN");

    private final BankInquiries inquiries;
    private final SnapConfig config;
    private final SnapClient client;
    private final Clock clock;

    AskBank(BankInquiries inquiries, SnapConfig config, SnapClient client, Clock clock) {
        this.inquiries = inquiries;
        this.config = config;
        this.client = client;
        this.clock = clock;
    }

    /** Not in a transaction: the bank may take its time. */
    public Inquiry handle(UUID paymentId, String by) {
        Attempt attempt =
                inquiries
                        .latest(paymentId)
                        .filter(latest -> OPEN.contains(latest.status()))
                        .orElseThrow(() -> Refused.because(PAYMENT_NOT_OPEN_AT_BANK));
        SnapConfig.Bank agreed = config.banks().get(attempt.bank());
        if (agreed == null) {
            throw Refused.because(BANK_NOT_ASKABLE).with("bank", attempt.bank());
        }
        UUID id = UuidCreator.getTimeOrderedEpoch();
        String externalId = inquiries.ask(id, attempt, by, clock.instant());
        Answer answer =
                client.stateOf(attempt.bank(), agreed, MessageId.reference(paymentId), externalId);
        inquiries.answer(
                id,
                TransferState.of(answer.responseCode(), answer.latestStatus()),
                answer,
                clock.instant());
        return inquiries.of(paymentId, 1).get(0);
    }
}
