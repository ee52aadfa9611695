package id.pkh.disbursement.profile;

import id.pkh.disbursement.profile.domain.BankProfile;
import id.pkh.disbursement.reason.Reason;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/**
 * Another person confirms a profile by its hash, or refuses it. A confirmed one is replaced by a
 * later version, or taken out of use at once.
 */
@ApplicationScoped
public class DecideProfile {

    private final Profiles profiles;
    private final Clock clock;

    DecideProfile(Profiles profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    @Transactional
    public BankProfile confirm(UUID profileId, String sha256, String approver) {
        BankProfile profile = locked(profileId);
        refuseFor(profile.confirmationRefusal(approver, sha256), profile);
        if (profiles.isTaken(profile.bank(), profile.content().format(), profile.validFrom())) {
            throw Refused.because("PROFILE_FIRST_DAY_TAKEN")
                    .with("bank", profile.bank())
                    .with("valid_from", profile.validFrom());
        }
        profiles.confirm(profileId, profile.trialId(), approver, clock.instant());
        return profiles.byId(profileId).orElseThrow();
    }

    @Transactional
    public BankProfile refuse(UUID profileId, Reason reason, String person) {
        BankProfile profile = locked(profileId);
        refuseFor(profile.refusalRefusal(), profile);
        profiles.refuse(profileId, reason.text(), person, clock.instant());
        return profiles.byId(profileId).orElseThrow();
    }

    @Transactional
    public BankProfile withdraw(UUID profileId, Reason reason, String person) {
        BankProfile profile = locked(profileId);
        refuseFor(profile.withdrawalRefusal(), profile);
        profiles.withdraw(profileId, reason.text(), person, clock.instant());
        return profiles.byId(profileId).orElseThrow();
    }

    private BankProfile locked(UUID profileId) {
        return profiles.lock(profileId).orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    private static void refuseFor(Optional<String> refusal, BankProfile profile) {
        refusal.ifPresent(
                code -> {
                    throw Refused.because(code)
                            .with("status", profile.status().name())
                            .with("sha256", profile.sha256());
                });
    }
}
