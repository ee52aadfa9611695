package id.pkh.disbursement.profile;

import com.github.f4b6a3.uuid.UuidCreator;
import id.pkh.disbursement.profile.Profiles.Trial;
import id.pkh.disbursement.profile.domain.BankProfile;
import id.pkh.disbursement.profile.file.ProfileFile;
import id.pkh.disbursement.profile.file.ReadRow;
import id.pkh.platform.files.ReceivedUpload;
import id.pkh.platform.files.TabularLimits;
import id.pkh.platform.web.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/**
 * Reads a sample file with a profile that waits, and shows what it would read. No payment is looked
 * up, and nothing of the sample is kept but its hash and figures.
 */
@ApplicationScoped
public class TryProfile {

    /** The answer lists every row, so a sample is short. */
    static final int MAX_ROWS = 1_000;

    /** The trial on record, and what was read. */
    public record Tried(Trial trial, ReadSample sample) {}

    private final Profiles profiles;
    private final Clock clock;

    TryProfile(Profiles profiles, Clock clock) {
        this.profiles = profiles;
        this.clock = clock;
    }

    @Transactional
    public Tried handle(UUID profileId, ReceivedUpload file, String person) {
        BankProfile profile =
                profiles.lock(profileId).orElseThrow(() -> Refused.because("NOT_FOUND"));
        profile.refusalRefusal()
                .ifPresent(
                        code -> {
                            throw Refused.because(code).with("status", profile.status().name());
                        });
        ReadSample sample = new ReadSample();
        ProfileFile.read(
                file.path(),
                profile.content(),
                TabularLimits.defaults().withMaxRows(MAX_ROWS),
                sample::add);
        boolean needsTotals = profile.content().totals() != null;
        Trial trial =
                new Trial(
                        UuidCreator.getTimeOrderedEpoch(),
                        profileId,
                        file.sha256Hex(),
                        sample.lines(),
                        sample.unreadable(),
                        needsTotals ? sample.totalsAgree() : true,
                        person,
                        clock.instant());
        profiles.add(trial);
        return new Tried(trial, sample);
    }

    /** Whether a row is one that the profile reads. */
    static boolean isRead(ReadRow row) {
        return !(row instanceof ReadRow.Unreadable)
                && !(row instanceof ReadRow.Line line && line.status() == null);
    }
}
