package id.pkh.disbursement.profile.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A version of how the files of a bank are read. One officer enters it, sample files are tried with
 * it, and another person confirms it. From its first day it reads the bank's files of its format,
 * until a later version begins.
 *
 * @param sha256 of the content, which a confirmation gives
 * @param trialId the latest trial that read every line of its sample; null while there is none
 * @param decision null until it is confirmed or refused
 * @param withdrawal null unless it was confirmed and then taken out of use
 */
public record BankProfile(
        UUID profileId,
        String bank,
        LocalDate validFrom,
        ProfileContent content,
        String sha256,
        ProfileStatus status,
        String enteredBy,
        Instant enteredAt,
        UUID trialId,
        Act decision,
        Act withdrawal) {

    public static final String PROFILE_NOT_WAITING = "PROFILE_NOT_WAITING";
    public static final String PROFILE_NOT_IN_USE = "PROFILE_NOT_IN_USE";
    public static final String PROFILE_SAME_PERSON = "PROFILE_SAME_PERSON";
    public static final String PROFILE_HASH_DIFFERS = "PROFILE_HASH_DIFFERS";
    public static final String PROFILE_NOT_TRIED = "PROFILE_NOT_TRIED";

    /**
     * @param reason null for a confirmation
     */
    public record Act(String by, Instant at, String reason) {}

    /** The code of the refusal if this person may not confirm it with this hash. */
    public Optional<String> confirmationRefusal(String person, String read) {
        if (status != ProfileStatus.ENTERED) {
            return Optional.of(PROFILE_NOT_WAITING);
        }
        if (enteredBy.equals(person)) {
            return Optional.of(PROFILE_SAME_PERSON);
        }
        if (!sha256.equals(read)) {
            return Optional.of(PROFILE_HASH_DIFFERS);
        }
        return trialId == null ? Optional.of(PROFILE_NOT_TRIED) : Optional.empty();
    }

    /** Also the person who entered it may take it back before it is confirmed. */
    public Optional<String> refusalRefusal() {
        return status == ProfileStatus.ENTERED
                ? Optional.empty()
                : Optional.of(PROFILE_NOT_WAITING);
    }

    /** One person is enough to stop reading with it, because nothing is applied then. */
    public Optional<String> withdrawalRefusal() {
        return status == ProfileStatus.CONFIRMED
                ? Optional.empty()
                : Optional.of(PROFILE_NOT_IN_USE);
    }
}
