package id.pkh.disbursement.profile;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.bank.Banks;
import id.pkh.disbursement.profile.domain.BankProfile;
import id.pkh.disbursement.profile.domain.ProfileContent;
import id.pkh.disbursement.profile.domain.ProfileStatus;
import id.pkh.platform.web.BusinessDates;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** An officer enters how the files of a bank are read. Nothing is read with it yet. */
@ApplicationScoped
public class EnterProfile {

    private final Profiles profiles;
    private final Banks banks;
    private final Clock clock;

    EnterProfile(Profiles profiles, Banks banks, Clock clock) {
        this.profiles = profiles;
        this.banks = banks;
        this.clock = clock;
    }

    @Transactional
    public BankProfile handle(
            String bank, LocalDate validFrom, ProfileContent content, String officer) {
        LocalDate today = BusinessDates.today(clock);
        if (!banks.on(today).containsKey(bank)) {
            throw Refused.because("BANK_CODE_UNKNOWN").with("bank", bank);
        }
        if (validFrom.isBefore(today)) {
            throw Refused.because("PROFILE_FIRST_DAY_PASSED").with("today", today);
        }
        content.fault()
                .ifPresent(
                        part -> {
                            throw Refused.because("PROFILE_INCOMPLETE").with("part", part);
                        });
        UUID profileId = UuidCreator.getTimeOrderedEpoch();
        profiles.add(
                new BankProfile(
                        profileId,
                        bank,
                        validFrom,
                        content,
                        null,
                        ProfileStatus.ENTERED,
                        officer,
                        clock.instant(),
                        null,
                        null,
                        null));
        return profiles.byId(profileId).orElseThrow();
    }
}
