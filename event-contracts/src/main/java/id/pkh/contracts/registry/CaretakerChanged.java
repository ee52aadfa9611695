package id.pkh.contracts.registry;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Another adult became the caretaker, who holds card and account.
 *
 * @param kpmId beneficiary family
 * @param oldCaretakerMemberId caretaker before
 * @param newCaretakerMemberId caretaker after
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record CaretakerChanged(
        UUID kpmId,
        UUID oldCaretakerMemberId,
        UUID newCaretakerMemberId,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
