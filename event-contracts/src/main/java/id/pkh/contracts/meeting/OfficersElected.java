package id.pkh.contracts.meeting;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The group elected its officers.
 *
 * @param groupId group of families
 * @param chairKpmId family of the chair
 * @param secretaryKpmId family of the secretary
 * @param treasurerKpmId family of the treasurer
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record OfficersElected(
        UUID groupId,
        UUID chairKpmId,
        UUID secretaryKpmId,
        UUID treasurerKpmId,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
