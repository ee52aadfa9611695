package id.pkh.disbursement.profile;

import id.pkh.disbursement.profile.domain.BankProfile;
import id.pkh.disbursement.profile.domain.ProfileFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How the files of banks are read, with every version and the trials of it. */
public interface Profiles {

    /**
     * A trial with a sample file, which itself is not kept.
     *
     * @param unreadable rows that could not be read, and lines with an unknown word
     * @param totalsAgree whether the totals of the sample are those of its lines, if it needs any
     */
    record Trial(
            UUID trialId,
            UUID profileId,
            String sha256,
            int lines,
            int unreadable,
            boolean totalsAgree,
            String by,
            Instant at) {

        public boolean allRead() {
            return lines > 0 && unreadable == 0 && totalsAgree;
        }
    }

    void add(BankProfile profile);

    void add(Trial trial);

    Optional<BankProfile> byId(UUID profileId);

    /** Locks and returns the profile. */
    Optional<BankProfile> lock(UUID profileId);

    /** The profile that reads the files of a bank on a day. */
    Optional<BankProfile> inUse(String bank, ProfileFormat format, LocalDate day);

    /** Whether another confirmed profile of the bank and format begins on the day. */
    boolean isTaken(String bank, ProfileFormat format, LocalDate firstDay);

    /** Confirms a locked profile, which the trial has shown to read a sample. */
    void confirm(UUID profileId, UUID trialId, String by, Instant at);

    void refuse(UUID profileId, String reason, String by, Instant at);

    void withdraw(UUID profileId, String reason, String by, Instant at);

    /** Profiles in the order in which they were entered; one more than the limit. */
    List<BankProfile> page(String bank, UUID after, int limit);
}
