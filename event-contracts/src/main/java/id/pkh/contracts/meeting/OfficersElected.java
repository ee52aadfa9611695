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
 * @param recordedAt when the system learnt it
 */
public record OfficersElected(
        UUID groupId,
        UUID chairKpmId,
        UUID secretaryKpmId,
        UUID treasurerKpmId,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {

    public static final String TYPE = "id.pkh.meeting.officers-elected.v1";

    public static final String TOPIC = "pkh.meeting.group.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return groupId.toString();
    }
}
