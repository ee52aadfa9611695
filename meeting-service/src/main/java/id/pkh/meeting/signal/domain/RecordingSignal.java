package id.pkh.meeting.signal.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a supervisor is shown about how a list was recorded. A signal is for review: it proves
 * nothing, and nothing follows from it by itself.
 */
public enum RecordingSignal {
    /** One person recorded many lists within seconds. */
    MANY_AT_ONCE,
    /** Every family was present at every one of the last meetings. */
    ALWAYS_FULL,
    /** It was recorded after the month was closed. */
    AFTER_CUT_OFF,
    /** A photo of it is a photo of another meeting as well. */
    PHOTO_TWICE,
    /** A photo of it was taken far from where the group usually meets. */
    PHOTO_FAR,
    /** The list says of a family that checked in that it did not come. */
    CHECKED_IN_ABSENT;

    /** Who was on a list, and who came. */
    public record ListCounts(int families, int present) {

        boolean isFull() {
            return families > 0 && present == families;
        }
    }

    /**
     * A list that was recorded.
     *
     * @param closedAt when its month was closed; null while it is open
     * @param atOnce lists that the same person recorded within the seconds up to it, itself
     *     included
     * @param lists of the group and kind up to this one, the latest first
     */
    public record Recorded(
            Instant recordedAt, Instant closedAt, int atOnce, List<ListCounts> lists) {}

    public static Set<RecordingSignal> of(Recorded list, SignalThresholds thresholds) {
        Set<RecordingSignal> signals = EnumSet.noneOf(RecordingSignal.class);
        if (list.atOnce() >= thresholds.listsAtOnce()) {
            signals.add(MANY_AT_ONCE);
        }
        List<ListCounts> latest = list.lists().stream().limit(thresholds.fullLists()).toList();
        if (latest.size() == thresholds.fullLists()
                && latest.stream().allMatch(ListCounts::isFull)) {
            signals.add(ALWAYS_FULL);
        }
        if (list.closedAt() != null
                && list.recordedAt()
                        .isAfter(list.closedAt().plus(Duration.ofDays(thresholds.lateDays())))) {
            signals.add(AFTER_CUT_OFF);
        }
        return signals;
    }

    /**
     * The photos of a meeting.
     *
     * @param anyTwice whether one of them is a photo of another meeting as well
     * @param metresAway how far the farthest is from the usual place; null while none is usual
     */
    public record Photos(boolean anyTwice, Long metresAway) {}

    public static Set<RecordingSignal> of(Photos photos, int farMetres) {
        Set<RecordingSignal> signals = EnumSet.noneOf(RecordingSignal.class);
        if (photos.anyTwice()) {
            signals.add(PHOTO_TWICE);
        }
        if (photos.metresAway() != null && photos.metresAway() > farMetres) {
            signals.add(PHOTO_FAR);
        }
        return signals;
    }
}
