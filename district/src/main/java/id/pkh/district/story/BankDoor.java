package id.pkh.district.story;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.district.bank.BankAnswer;
import id.pkh.district.bank.SimulatedBank;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;

/**
 * Sends the money to the banks and applies their responses. An officer proposes to seal the list
 * and an approver seals it by its hash. One officer prepares the files, another approver approves
 * them by their hash, a third person sends them. Each bank fetches its files, and each of its
 * reports is uploaded twice. In the end every rupiah is in exactly one state.
 */
final class BankDoor {

    private static final long SEED = 2026;
    private static final String BATCHES = "/payment-batches/";
    private static final String NO_HASH = "0".repeat(64);

    private final Stage stage;
    private final Cast cast;
    private final Findings findings;
    private final Narrator narrator;
    private final AccountScene accounts;
    private final Map<String, BankAnswer> answers = new TreeMap<>();

    BankDoor(StoryContext context, Identities identities, Narrator narrator) {
        this.stage = context.stage();
        this.cast = context.cast();
        this.findings = context.findings();
        this.narrator = narrator;
        this.accounts = new AccountScene(context, identities, narrator);
    }

    /** Plays this part for a calculated cycle, and returns its figures by name. */
    Map<String, Object> play(String cycle) {
        seal(cycle);
        Optional<String> changed = accounts.changeOne(cycle);
        JsonNode run = preparation(cycle);
        changed.ifPresent(
                kpm -> {
                    accounts.confirm(kpm, run);
                    preparation(cycle);
                });
        List<JsonNode> batches = batches(cycle);
        for (JsonNode batch : batches) {
            approve(batch);
            stage.disbursement()
                    .act(BATCHES + id(batch) + "/sending", cast.dispatcher(), listOf(batch));
            answer(batch);
        }
        stage.awaitQuiet("the banks' answers");
        return figures(
                cycle, stage.disbursement().read("/cycles/" + cycle + "/money", cast.officer()));
    }

    private void seal(String cycle) {
        String path = "/cycles/" + cycle;
        JsonNode summary = stage.disbursement().read(path + "/summary", cast.officer());
        stage.disbursement()
                .act(
                        path + "/seal-proposal",
                        cast.officer(),
                        Map.of(
                                "payable_payments", summary.path("payable_payments").asLong(),
                                "payable_idr", summary.path("payable_idr").asLong()));
        JsonNode proposal = stage.disbursement().read(path, cast.sealer()).path("seal_proposal");
        Api.Answer wrong =
                stage.disbursement()
                        .attemptAct(path + "/seal", cast.sealer(), Map.of("list_sha256", NO_HASH));
        findings.equal("a seal of another list", 409, wrong.status());
        stage.disbursement().act(path + "/seal", cast.sealer(), listOf(proposal));
    }

    /** Names the list that a person acts upon. */
    private static Map<String, Object> listOf(JsonNode shown) {
        return Map.of("list_sha256", shown.path("list_sha256").asText());
    }

    private static String batchesOf(String cycle) {
        return "/cycles/" + cycle + "/payment-batches";
    }

    private JsonNode preparation(String cycle) {
        String path = batchesOf(cycle);
        JsonNode[] run = new JsonNode[1];
        stage.await(
                "the preparation of " + cycle,
                () -> {
                    JsonNode now =
                            stage.disbursement()
                                    .post(path, cast.officer(), Map.of(), Set.of(200, 202));
                    run[0] = now;
                    return now.path("status").asText().equals("DONE");
                });
        return run[0];
    }

    private List<JsonNode> batches(String cycle) {
        List<JsonNode> batches = new ArrayList<>();
        stage.disbursement().each(batchesOf(cycle), cast.officer(), batches::add);
        for (JsonNode batch : batches) {
            narrator.say(
                    "%s: a file of %,d payments, Rp%,d together.",
                    batch.path("bank").asText(),
                    batch.path("payments").asLong(),
                    batch.path("amount_idr").asLong());
        }
        return batches;
    }

    private void approve(JsonNode batch) {
        String path = BATCHES + id(batch) + "/approval";
        Api.Answer wrong =
                stage.disbursement()
                        .attemptAct(path, cast.approver(), Map.of("list_sha256", NO_HASH));
        findings.equal("an approval of another hash", 409, wrong.status());
        stage.disbursement().act(path, cast.approver(), listOf(batch));
    }

    private void answer(JsonNode batch) {
        String bank = batch.path("bank").asText();
        try {
            Path folder = Files.createTempDirectory("pkh-bank-");
            try {
                Path pain001 = folder.resolve(batch.path("message_id").asText() + ".xml");
                Path again = folder.resolve("again.xml");
                String file = BATCHES + id(batch) + "/pain.001";
                stage.disbursement().download(file, cast.bank(bank), pain001);
                stage.disbursement().download(file, cast.bank(bank), again);
                findings.equal(
                        "bytes of a file fetched twice", -1L, Files.mismatch(pain001, again));
                Path pain002 = folder.resolve("pain002-" + bank + ".xml");
                BankAnswer answer;
                try (OutputStream out = Files.newOutputStream(pain002)) {
                    answer = SimulatedBank.of(SEED).answer(pain001, out);
                }
                answers.merge(bank, answer, BankDoor::both);
                report(bank, batch, pain002, answer);
            } finally {
                deleteAll(folder);
            }
        } catch (IOException | XMLStreamException failed) {
            throw new StoryFailure("the bank " + bank + " cannot answer", failed);
        }
    }

    private void report(String bank, JsonNode batch, Path pain002, BankAnswer answer) {
        Api.Answer first = stage.disbursement().upload("/bank-reports", cast.bank(bank), pain002);
        findings.equal("an answer of " + bank, 201, first.status());
        JsonNode outcomes = first.body().path("outcomes");
        findings.equal(
                "lines of " + bank + " that match",
                batch.path("payments").asLong(),
                outcomes.path("MATCHED").asLong());
        findings.equal(
                "repeated lines",
                answer.repeated() == null ? 0L : 1L,
                outcomes.path("DUPLICATE").asLong());
        findings.equal("invented lines", 1L, outcomes.path("UNKNOWN_REFERENCE").asLong());
        Api.Answer second = stage.disbursement().upload("/bank-reports", cast.bank(bank), pain002);
        findings.equal("the same answer again", 200, second.status());
        narrator.say(
                "%s responds: %,d lines match, %d is repeated, %d belongs to no payment; the same"
                        + " file again changes nothing.",
                bank,
                outcomes.path("MATCHED").asLong(),
                outcomes.path("DUPLICATE").asLong(),
                outcomes.path("UNKNOWN_REFERENCE").asLong());
    }

    private Map<String, Object> figures(String cycle, JsonNode money) {
        Map<String, Long> byState = new HashMap<>();
        for (JsonNode place : money.path("regular")) {
            String state = place.path("state").asText();
            byState.merge(state, place.path("payments").asLong(), Long::sum);
            narrator.say(
                    "%s %s: %,d payments, Rp%,d.",
                    place.path("bank").asText("-"),
                    Narrator.words(state),
                    place.path("payments").asLong(),
                    place.path("amount_idr").asLong());
        }
        long credited = answers.values().stream().mapToLong(BankAnswer::credited).sum();
        long sent = answers.values().stream().mapToLong(BankAnswer::transactions).sum();
        findings.equal("payments credited", credited, byState.getOrDefault("CREDITED", 0L));
        findings.equal("payments rejected", sent - credited, byState.getOrDefault("REJECTED", 0L));
        boolean balanced = money.path("balanced").asBoolean();
        findings.equal("every rupiah of " + cycle + " is in one place", true, balanced);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("payments_sent", sent);
        figures.put("payments_credited", byState.getOrDefault("CREDITED", 0L));
        figures.put("payments_rejected", byState.getOrDefault("REJECTED", 0L));
        figures.put("payments_unknown", byState.getOrDefault("UNKNOWN", 0L));
        figures.put("payments_not_instructed", byState.getOrDefault("NOT_INSTRUCTED", 0L));
        figures.put("bank_exceptions", exceptions());
        figures.put("rupiah_balanced", balanced);
        return figures;
    }

    private long exceptions() {
        long[] open = {0};
        stage.disbursement().each("/bank-exceptions?open=true", cast.officer(), e -> open[0]++);
        return open[0];
    }

    /** A bank with several files. */
    private static BankAnswer both(BankAnswer one, BankAnswer other) {
        Map<String, String> rejected = new HashMap<>(one.rejected());
        rejected.putAll(other.rejected());
        return new BankAnswer(
                one.originalMessageId(),
                one.transactions() + other.transactions(),
                one.credited() + other.credited(),
                rejected,
                one.repeated(),
                one.invented());
    }

    private static String id(JsonNode batch) {
        return batch.path("batch_id").asText();
    }

    private static void deleteAll(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
