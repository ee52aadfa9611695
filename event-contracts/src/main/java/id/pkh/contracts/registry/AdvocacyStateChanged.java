package id.pkh.contracts.registry;

import id.pkh.contracts.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The advocacy of a family that lacks a complementary programme was listed, or came to its next
 * state. Membership and payment do not change.
 *
 * @param kpmId beneficiary family
 * @param advocacyId the advocacy
 * @param villageCode village of the family
 * @param programme KIS, KIP or SEMBAKO
 * @param memberId the member, for KIS and KIP
 * @param oldState the state before; absent when it was listed
 * @param newState LISTED, REPORTED, PROPOSED, GRANTED, REFUSED, RECEIVES, STILL_NOT or WITHDRAWN
 * @param period month from which it is proposed to the centre
 * @param refusal code why the centre refused
 * @param changedBy subject of the person
 * @param occurredOn business date, local
 * @param recordedAt when the system recorded the fact
 */
public record AdvocacyStateChanged(
        UUID kpmId,
        UUID advocacyId,
        String villageCode,
        String programme,
        UUID memberId,
        String oldState,
        String newState,
        String period,
        String refusal,
        String changedBy,
        LocalDate occurredOn,
        Instant recordedAt)
        implements Event {}
