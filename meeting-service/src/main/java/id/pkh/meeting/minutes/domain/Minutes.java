package id.pkh.meeting.minutes.domain;

import java.time.LocalTime;
import java.util.List;

/**
 * What a meeting was like. Everything may be left out.
 *
 * @param category a module of the material; null when unknown
 * @param speakers by what they are, and no name
 */
public record Minutes(
        String title,
        String category,
        LocalTime startsAt,
        LocalTime endsAt,
        String place,
        List<Speaker> speakers,
        Narrative narrative) {

    /** Somebody who spoke, for example a midwife of the health centre. */
    public record Speaker(String function, String institution) {}

    public boolean endsBeforeItStarts() {
        return startsAt != null && endsAt != null && !endsAt.isAfter(startsAt);
    }
}
