package id.pkh.contracts.registry;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The components that make the family eligible changed.
 *
 * @param kpmId beneficiary family
 * @param before components before
 * @param after components after
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record KpmComponentsChanged(
        UUID kpmId,
        List<MemberComponent> before,
        List<MemberComponent> after,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
