package id.pkh.verification.evidence.domain;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Decides whom a row of a school form is about, by its NIK and its pupil number (NISN). What is not
 * certain waits for a person; nothing is guessed. See {@code docs/rules/evidence.md}.
 */
public final class PupilRule {

    /** A pupil of whom a key fits, or nearly fits. */
    public record Candidate(UUID memberId, KeyFit nik, KeyFit nisn) {}

    /** Why a row waits for a person. */
    public enum Reason {
        /** The NIK is that of one pupil, the NISN that of another. */
        KEYS_DISAGREE,
        /** Several pupils of the school have the NISN. */
        NISN_OF_SEVERAL,
        /** Several rows of the form state the NISN, and no NIK tells them apart. */
        NISN_TWICE,
        /** Another row of the form is about the pupil already. */
        PUPIL_TWICE,
        /** A key is a digit, or zeros at its beginning, away from that of a pupil. */
        NEAR
    }

    /** Whom a row is about. */
    public sealed interface Verdict {}

    /** It is certain. */
    public record Is(UUID memberId) implements Verdict {}

    /** A person has to decide between these pupils, or for none of them. */
    public record ToSettle(Reason reason, List<Candidate> candidates) implements Verdict {}

    /** Nobody who is known at the school. */
    public record Unknown() implements Verdict {}

    private PupilRule() {}

    /**
     * @param isNisnTwice whether another row of the form states the same NISN
     */
    public static Verdict of(Collection<Candidate> candidates, boolean isNisnTwice) {
        List<Candidate> byNik = those(candidates, c -> c.nik() == KeyFit.SAME);
        List<Candidate> byNisn = those(candidates, c -> c.nisn() == KeyFit.SAME);
        if (!byNik.isEmpty()) {
            return byNisn.isEmpty() || byNik.stream().anyMatch(byNisn::contains)
                    ? new Is(preferred(byNik).memberId())
                    : toSettle(Reason.KEYS_DISAGREE, candidates, byNik, byNisn);
        }
        List<Candidate> near = those(candidates, c -> c.nik().isNear() || c.nisn().isNear());
        if (byNisn.isEmpty()) {
            return near.isEmpty() ? new Unknown() : toSettle(Reason.NEAR, candidates, near);
        }
        if (byNisn.size() > 1) {
            return toSettle(Reason.NISN_OF_SEVERAL, candidates, byNisn);
        }
        if (isNisnTwice) {
            return toSettle(Reason.NISN_TWICE, candidates, byNisn, near);
        }
        List<Candidate> othersByNik = those(near, c -> c.nik().isNear() && !byNisn.contains(c));
        return othersByNik.isEmpty() || byNisn.get(0).nik().isNear()
                ? new Is(byNisn.get(0).memberId())
                : toSettle(Reason.KEYS_DISAGREE, candidates, byNisn, othersByNik);
    }

    /** Of several with one NIK, the one whose NISN fits as well. */
    private static Candidate preferred(List<Candidate> byNik) {
        return byNik.stream()
                .filter(candidate -> candidate.nisn() == KeyFit.SAME)
                .findFirst()
                .orElse(byNik.get(0));
    }

    @SafeVarargs
    private static ToSettle toSettle(
            Reason reason, Collection<Candidate> candidates, List<Candidate>... shown) {
        Set<Candidate> all =
                List.of(shown).stream().flatMap(List::stream).collect(Collectors.toSet());
        return new ToSettle(reason, those(candidates, all::contains));
    }

    private static List<Candidate> those(
            Collection<Candidate> candidates, Predicate<Candidate> which) {
        return candidates.stream().filter(which).toList();
    }
}
