package id.pkh.platform.clients;

import java.time.Instant;

/**
 * One request of a system, or one part of a file that it read.
 *
 * @param client subject of the token
 * @param operation as the API description names it
 * @param purpose null where none is stated
 * @param areaCode the area that was asked for; null for all of the client's areas
 * @param askedBy AREA, IDS or FAMILY in a bulk read; null otherwise. What was searched for is not
 *     kept
 * @param families how many were answered; null where they are not counted
 * @param refusal the code of a refusal; null otherwise
 * @param pages that count against the client's day; 0 for what is no bulk read
 */
record ActivityEntry(
        String client,
        String operation,
        String purpose,
        String areaCode,
        String askedBy,
        Integer families,
        int pages,
        int status,
        String refusal,
        Instant occurredAt) {

    static ActivityEntry plain(
            String client, String operation, int status, String refusal, Instant at) {
        return new ActivityEntry(client, operation, null, null, null, null, 0, status, refusal, at);
    }
}
