package id.pkh.disbursement.profile.rest;

import id.pkh.disbursement.profile.domain.BankProfile;
import id.pkh.disbursement.profile.domain.BankProfile.Act;
import id.pkh.disbursement.profile.domain.ProfileStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "BankProfile", description = "A version of how the files of a bank are read.")
record ProfileView(
        UUID profileId,
        String bank,
        LocalDate validFrom,
        ProfileBody content,
        @Schema(description = "Of the content; a confirmation gives it") String sha256,
        @Schema(implementation = ProfileStatus.class) String status,
        String enteredBy,
        Instant enteredAt,
        @Schema(
                        nullable = true,
                        description = "The latest trial that read its whole sample; it is needed")
                UUID trialId,
        @Schema(nullable = true, description = "Who confirmed or refused it") ActView decision,
        @Schema(nullable = true, description = "Who took it out of use") ActView withdrawal) {

    static ProfileView of(BankProfile profile) {
        return new ProfileView(
                profile.profileId(),
                profile.bank(),
                profile.validFrom(),
                ProfileBody.of(profile.content()),
                profile.sha256(),
                profile.status().name(),
                profile.enteredBy(),
                profile.enteredAt(),
                profile.trialId(),
                ActView.of(profile.decision()),
                ActView.of(profile.withdrawal()));
    }

    @Schema(name = "ProfileAct", description = "The person who acted, the time, and the reason.")
    record ActView(String by, Instant at, @Schema(nullable = true) String reason) {
        static ActView of(Act act) {
            return act == null ? null : new ActView(act.by(), act.at(), act.reason());
        }
    }
}
