package id.pkh.district.story;

import id.pkh.client.disbursement.PaymentsApi;
import id.pkh.client.disbursement.model.LeftOutPayments;
import id.pkh.client.disbursement.model.PaymentStatus;
import id.pkh.client.disbursement.model.Preparation;
import id.pkh.client.platform.model.FileResult;
import id.pkh.client.registry.AccountsApi;
import id.pkh.client.registry.model.AccountChange;
import id.pkh.client.registry.model.AccountChangeStatus;
import id.pkh.client.registry.model.AccountConfirmationRequest;
import id.pkh.district.recount.FamilyRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One person changes the account of a family by a list. The family is not paid to it: the
 * preparation leaves the payment out until another person has confirmed what the list states.
 */
final class AccountScene {

    private static final int LOOKED_AT = 20;

    private final Path input;
    private final Stage stage;
    private final Cast cast;
    private final Findings findings;
    private final Narrator narrator;
    private final Identities identities;

    AccountScene(StoryContext context, Identities identities, Narrator narrator) {
        this.input = context.input();
        this.stage = context.stage();
        this.cast = context.cast();
        this.findings = context.findings();
        this.narrator = narrator;
        this.identities = identities;
    }

    /** Changes the account of the first family that has one; empty when there is none. */
    Optional<String> changeOne(String cycle) {
        List<String> payable =
                stage
                        .disbursement(cast.officer())
                        .call(
                                PaymentsApi::new,
                                payments ->
                                        payments.listPayments(
                                                cycle,
                                                null,
                                                null,
                                                null,
                                                null,
                                                null,
                                                LOOKED_AT,
                                                PaymentStatus.PAYABLE,
                                                null,
                                                null))
                        .getItems()
                        .stream()
                        .map(payment -> payment.getKpmId().toString())
                        .toList();
        for (String kpm : payable) {
            Optional<String> list = FamilyRows.withOtherAccount(input, identities.caretakerOf(kpm));
            if (list.isPresent()) {
                send(list.get());
                narrator.say(
                        "Family %s: a list of the data administrator states another account.", kpm);
                return Optional.of(kpm);
            }
        }
        return Optional.empty();
    }

    private void send(String list) {
        try {
            Path file = Files.createTempFile("pkh-account-", ".csv");
            try {
                Files.writeString(file, list);
                FileResult result =
                        Uploads.roster(stage.registry(cast.administrator()), "families", file)
                                .getData();
                findings.equal("accounts changed", 1L, result.getRowsApplied());
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new StoryFailure("cannot write a list of families", failed);
        }
    }

    /** The preparation has left the payment out; a second person confirms the account. */
    void confirm(String kpm, Preparation preparation) {
        long leftOut = 0;
        for (LeftOutPayments left : preparation.getLeftOut()) {
            if (left.getReason().toString().equals("ACCOUNT_NOT_CONFIRMED")) {
                leftOut = left.getPayments();
            }
        }
        findings.equal("payments left out for their account", 1L, leftOut);
        AccountChange change =
                stage.registry(cast.officer())
                        .call(
                                AccountsApi::new,
                                accounts ->
                                        accounts.listAccountChanges(
                                                null,
                                                UUID.fromString(kpm),
                                                1,
                                                null,
                                                null,
                                                AccountChangeStatus.WAITING,
                                                null))
                        .getItems()
                        .get(0);
        findings.equal(
                "a confirmation by the person who changed the account",
                409,
                Attempt.status(() -> confirm(cast.administrator(), change)));
        confirm(cast.officer(), change);
        narrator.say(
                "Family %s: the payment is left out until an officer has confirmed the account"
                        + " that the list states.",
                kpm);
    }

    /** Names what the person was shown. */
    private void confirm(String token, AccountChange shown) {
        stage.registry(token)
                .call(
                        AccountsApi::new,
                        accounts ->
                                accounts.confirmAccountChange(
                                        shown.getChangeId(),
                                        new AccountConfirmationRequest()
                                                .changeNo(shown.getChangeNo())
                                                .accountNumber(shown.getNow().getAccountNumber())));
    }
}
