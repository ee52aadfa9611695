package id.pkh.contracts.verification;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A form of a health service was received; states how many families of each village the forms of
 * the service name in the quarter so far.
 *
 * @param formId the form
 * @param pointCode health service
 * @param period quarter, yyyy-Qn
 * @param revision number of the form among all forms of the service and quarter
 * @param villages where the families live
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record HealthFormReceived(
        UUID formId,
        String pointCode,
        String period,
        int revision,
        List<AttendingVillage> villages,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
