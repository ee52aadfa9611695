package id.pkh.platform.clients;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests that were refused alike, counted until they are written. A client can send as many as it
 * likes: they are few kinds, and beyond a number of kinds the operations are not told apart.
 */
final class RefusalCounts {

    static final int KINDS = 1_000;

    /** The operation of a request for which there is none, or for which it is not known. */
    static final String NO_OPERATION = "none";

    private final Map<Refusal, Counted> counts = new HashMap<>();

    /**
     * What is alike.
     *
     * @param client subject of the token
     * @param operation as the API description names it
     * @param code why it was refused
     */
    record Refusal(String client, String operation, String code, int status) {

        Refusal withoutOperation() {
            return new Refusal(client, NO_OPERATION, code, status);
        }
    }

    /**
     * @param since when the first of them was refused
     */
    record Counted(Refusal refusal, int requests, Instant since) {

        private Counted and(Counted other) {
            return new Counted(
                    refusal,
                    requests + other.requests,
                    since.isBefore(other.since) ? since : other.since);
        }
    }

    void add(Refusal refusal, Instant at) {
        add(new Counted(refusal, 1, at));
    }

    synchronized void add(Counted counted) {
        boolean isFull = counts.size() >= KINDS && !counts.containsKey(counted.refusal());
        Refusal kind = isFull ? counted.refusal().withoutOperation() : counted.refusal();
        counts.merge(kind, new Counted(kind, counted.requests(), counted.since()), Counted::and);
    }

    /** What was counted since the last call. */
    synchronized List<Counted> take() {
        List<Counted> taken = List.copyOf(counts.values());
        counts.clear();
        return taken;
    }
}
