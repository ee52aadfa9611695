package id.pkh.district.story;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.district.recount.FamilyRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One person changes the account of a family by a list. The family is not paid to it: the
 * preparation leaves the payment out until another person has confirmed what the list states.
 */
final class AccountScene {

    private static final String CHANGES = "/account-changes";
    private static final Set<Integer> DONE = Set.of(200, 201, 202);

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

    /** Changes the account of the first family that a bank will pay; empty when there is none. */
    Optional<String> changeOne(String cycle) {
        List<String> payable = new ArrayList<>();
        stage.disbursement()
                .each(
                        "/cycles/" + cycle + "/payments?status=PAYABLE",
                        cast.officer(),
                        payment -> payable.add(payment.path("kpm_id").asText()));
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
                JsonNode result =
                        stage.registry()
                                .upload("/imports/families", cast.administrator(), file)
                                .body();
                findings.equal("accounts changed", 1L, result.path("rows_applied").asLong());
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new StoryFailure("cannot write a list of families", failed);
        }
    }

    /** The preparation has left the payment out; a second person confirms the account. */
    void confirm(String kpm, JsonNode preparation) {
        long leftOut = 0;
        for (JsonNode reason : preparation.path("left_out")) {
            if (reason.path("reason").asText().equals("ACCOUNT_NOT_CONFIRMED")) {
                leftOut = reason.path("payments").asLong();
            }
        }
        findings.equal("payments left out for their account", 1L, leftOut);
        JsonNode change =
                stage.registry()
                        .read(CHANGES + "?status=WAITING&kpm_id=" + kpm, cast.officer())
                        .path("items")
                        .path(0);
        String path = CHANGES + "/" + change.path("change_id").asText() + "/confirmation";
        Map<String, Object> shown =
                Map.of(
                        "change_no",
                        change.path("change_no").asLong(),
                        "account_number",
                        change.path("now").path("account_number").asText());
        findings.equal(
                "a confirmation by the person who changed the account",
                409,
                stage.registry().attempt(path, cast.administrator(), shown).status());
        stage.registry().post(path, cast.officer(), shown, DONE);
        narrator.say(
                "Family %s: the payment is left out until an officer has confirmed the account"
                        + " that the list states.",
                kpm);
    }
}
