package id.pkh.contracts.meeting;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * A recorded lapse turned out not to be one, for some or all of its groups.
 *
 * @param lapseId the lapse
 * @param facilitatorId facilitator
 * @param month calendar month, yyyy-MM
 * @param duty GROUP_MEETING or P2K2
 * @param reason reason code
 * @param groups groups still concerned; empty when the whole lapse is withdrawn
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record FacilitatorLapseWithdrawn(
        UUID lapseId,
        UUID facilitatorId,
        YearMonth month,
        String duty,
        String reason,
        List<LapsedGroup> groups,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
