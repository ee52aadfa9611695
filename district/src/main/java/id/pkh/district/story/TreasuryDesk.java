package id.pkh.district.story;

import id.pkh.client.disbursement.BanksApi;
import id.pkh.client.disbursement.model.PaymentBatch;
import id.pkh.client.disbursement.model.Sp2d;
import id.pkh.client.disbursement.model.Sp2dApprovalRequest;
import id.pkh.client.disbursement.model.Sp2dRequest;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** Two persons record the money that the treasury gives for a file, before it is sent. */
public final class TreasuryDesk {

    private static final LocalDate ISSUED_ON = LocalDate.of(2026, 1, 5);

    private final Stage stage;
    private final Cast cast;

    public TreasuryDesk(Stage stage, Cast cast) {
        this.stage = stage;
        this.cast = cast;
    }

    public void giveFor(PaymentBatch batch) {
        // the treasury numbers its documents in capital letters
        String number = batch.getMessageId().toUpperCase(Locale.ROOT);
        Sp2dRequest document =
                new Sp2dRequest()
                        .bank(batch.getBank())
                        .sp2dNumber("SP2D-" + number)
                        .issuedOn(ISSUED_ON)
                        .spmNumber("SPM-" + number)
                        .amountIdr(batch.getAmountIdr());
        Sp2d recorded =
                stage.disbursement(cast.officer())
                        .call(
                                BanksApi::new,
                                banks ->
                                        banks.recordSp2d(batch.getCycleCode(), newKey(), document));
        stage.disbursement(cast.approver())
                .call(
                        BanksApi::new,
                        banks ->
                                banks.approveSp2d(
                                        recorded.getSp2dId(),
                                        newKey(),
                                        new Sp2dApprovalRequest()
                                                .sp2dNumber(document.getSp2dNumber())
                                                .amountIdr(document.getAmountIdr())));
    }

    /** Each act of a person is a new one. */
    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
