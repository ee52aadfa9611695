package id.pkh.meeting.checkin.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The time steps of a code that changes. A code belongs to one step. It is accepted in its step and
 * in some after it, because a telephone needs a moment to send it.
 *
 * @param stepSeconds how long a code is shown
 * @param stepsBack how many steps later it is still accepted
 */
public record CodeSteps(int stepSeconds, int stepsBack) {

    /** The step of a moment. */
    public long of(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), stepSeconds);
    }

    /** The steps whose codes are accepted now, the present one first. None lies in the future. */
    public List<Long> acceptedAt(Instant now) {
        long present = of(now);
        return LongStream.rangeClosed(0, stepsBack).mapToObj(back -> present - back).toList();
    }

    /** When the code of this moment is no longer shown. */
    public Instant shownUntil(Instant now) {
        return Instant.ofEpochSecond((of(now) + 1) * stepSeconds);
    }
}
