package id.pkh.contracts.meeting;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * A facilitator did not hold the meetings that were due in a month; lists every group concerned.
 *
 * @param lapseId the lapse
 * @param facilitatorId facilitator
 * @param month calendar month, yyyy-MM
 * @param duty GROUP_MEETING or P2K2
 * @param groups groups concerned
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record FacilitatorLapseRecorded(
        UUID lapseId,
        UUID facilitatorId,
        YearMonth month,
        String duty,
        List<LapsedGroup> groups,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
