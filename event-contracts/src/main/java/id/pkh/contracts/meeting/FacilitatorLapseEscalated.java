package id.pkh.contracts.meeting;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * A lapse that continued was escalated to a coordinator of the facilitator.
 *
 * @param lapseId the lapse
 * @param facilitatorId facilitator
 * @param month calendar month, yyyy-MM
 * @param duty GROUP_MEETING or P2K2
 * @param level COORDINATOR or REGENCY_COORDINATOR
 * @param groups groups that reached this level
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record FacilitatorLapseEscalated(
        UUID lapseId,
        UUID facilitatorId,
        YearMonth month,
        String duty,
        String level,
        List<LapsedGroup> groups,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
