package id.pkh.district.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.client.disbursement.BanksApi;
import id.pkh.client.disbursement.model.BankProfile;
import id.pkh.client.disbursement.model.BankProfileRequest;
import id.pkh.client.disbursement.model.ProfileConfirmationRequest;
import id.pkh.client.disbursement.model.ProfileContent;
import id.pkh.client.disbursement.model.ProfileTrial;
import id.pkh.client.http.ApiClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;

/**
 * How the files of a bank are read that sends none of ISO 20022: one person enters it and tries it
 * with a sample, another confirms it by its hash.
 */
final class ProfileDesk {

    private static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();
    private static final int CONFLICT = 409;

    private final Stage stage;
    private final Cast cast;
    private final Findings findings;
    private final Narrator narrator;

    ProfileDesk(StoryContext context, Narrator narrator) {
        this.stage = context.stage();
        this.cast = context.cast();
        this.findings = context.findings();
        this.narrator = narrator;
    }

    void introduce(String bank, String content, byte[] sample, LocalDate from) {
        BankProfile entered = enter(bank, content, from);
        findings.equal(
                "a profile that is confirmed before it was tried",
                CONFLICT,
                Attempt.status(() -> confirm(entered)));
        ProfileTrial trial = tryOut(entered.getProfileId(), sample);
        findings.equal("a sample of " + bank + ", read completely", true, trial.getAllRead());
        confirm(entered);
        narrator.say(
                "%s sends tables. An officer enters how they are read and tries it with a sample of"
                        + " %d lines; an approver confirms it by its hash.",
                bank, trial.getLines());
    }

    private BankProfile enter(String bank, String content, LocalDate from) {
        BankProfileRequest request =
                new BankProfileRequest().bank(bank).validFrom(from).content(read(content));
        return stage.disbursement(cast.officer())
                .call(
                        BanksApi::new,
                        banks -> banks.enterBankProfile(UUID.randomUUID().toString(), request));
    }

    private static ProfileContent read(String content) {
        try {
            return JSON.readValue(content, ProfileContent.class);
        } catch (JsonProcessingException broken) {
            throw new StoryFailure("a profile cannot be read", broken);
        }
    }

    private ProfileTrial tryOut(UUID profile, byte[] sample) {
        try {
            Path file = Files.createTempFile("pkh-sample-", ".csv");
            try {
                Files.write(file, sample);
                return stage.disbursement(cast.officer())
                        .call(BanksApi::new, banks -> banks.tryBankProfile(profile, file.toFile()));
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new StoryFailure("cannot write a sample", failed);
        }
    }

    private void confirm(BankProfile profile) {
        stage.disbursement(cast.approver())
                .call(
                        BanksApi::new,
                        banks ->
                                banks.confirmBankProfile(
                                        profile.getProfileId(),
                                        UUID.randomUUID().toString(),
                                        new ProfileConfirmationRequest()
                                                .sha256(profile.getSha256())));
    }
}
