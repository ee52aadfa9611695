package id.pkh.registry.dci;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.platform.persistence.Database;
import id.pkh.platform.persistence.SqlArrays;
import id.pkh.platform.security.FieldCipher;
import id.pkh.registry.dci.domain.DciRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The messages that were received, with their answers. An answer may have personal data, so it is
 * encrypted; beside it stand the ids of the sender and what became of each request.
 */
@ApplicationScoped
@Transactional
class DciMessages {

    private static final String PURPOSE = "registry.dci_answer";

    private static final String COLUMNS =
            "SELECT sender_id, registry, message_id, action, body_hash, transaction_id,"
                    + " correlation_id, results, answer_cipher, callback_url, state, attempts,"
                    + " received_at FROM dci_message WHERE ";

    private static final String INSERT =
            """
            INSERT INTO dci_message (sender_id, registry, message_id, action, body_hash, caller,
                   transaction_id, correlation_id, reference_ids, results, answer_cipher,
                   callback_url, state, next_attempt_at, received_at)
            VALUES (:sender, :registry, :message, :action, :hash, :caller, :transaction,
                   :correlation, :references, :results::jsonb, :answer, :callback, :state, :now, :now)
            ON CONFLICT (sender_id, registry, message_id) DO NOTHING
            """;

    private static final String CLAIM =
            """
            UPDATE dci_message SET leased_until = :until
             WHERE (sender_id, registry, message_id) IN (
                   SELECT sender_id, registry, message_id FROM dci_message
                    WHERE state = 'PENDING' AND next_attempt_at <= :now AND leased_until <= :now
                    ORDER BY next_attempt_at LIMIT :limit FOR UPDATE SKIP LOCKED)
            RETURNING sender_id, registry, message_id, action, body_hash, transaction_id,
                   correlation_id, results, answer_cipher, callback_url, state, attempts, received_at
            """;

    private static final String SETTLE =
            """
            UPDATE dci_message SET state = :state, attempts = attempts + 1, last_outcome = :outcome,
                   next_attempt_at = :next, leased_until = '-infinity'
             WHERE sender_id = :sender AND registry = :registry AND message_id = :message
               AND state = 'PENDING' AND attempts = :attempts
            """;

    private final Database database;
    private final ObjectMapper json;
    private final FieldCipher cipher;

    DciMessages(Database database, ObjectMapper json, FieldCipher cipher) {
        this.database = database;
        this.json = json;
        this.cipher = cipher;
    }

    /** Whether the answer was given at once, or has to be sent. */
    enum State {
        ANSWERED,
        PENDING,
        DELIVERED,
        GIVEN_UP
    }

    /**
     * A message as it is stored.
     *
     * @param results JSON
     * @param callbackUrl null when it was answered at once
     * @param attempts to send the answer
     */
    public record Stored(
            String senderId,
            DciRegistry registry,
            String messageId,
            String action,
            byte[] bodyHash,
            String transactionId,
            String correlationId,
            String results,
            byte[] answerCipher,
            String callbackUrl,
            State state,
            int attempts,
            Instant receivedAt) {}

    Optional<Stored> find(Envelope envelope) {
        return database.query(
                COLUMNS + "sender_id = :sender AND registry = :registry AND message_id = :message",
                q ->
                        q.bind("sender", envelope.sender().id())
                                .bind("registry", envelope.registry())
                                .bind("message", envelope.messageId())
                                .map(database.rowsAs(Stored.class))
                                .findFirst());
    }

    /** Keeps a message with its answer; of two at the same moment the first stays. */
    void add(Envelope envelope, String caller, Answer answer, String callbackUrl, Instant now) {
        database.update(
                INSERT,
                u ->
                        u.bind("sender", envelope.sender().id())
                                .bind("registry", envelope.registry())
                                .bind("message", envelope.messageId())
                                .bind("action", envelope.action())
                                .bind("hash", envelope.bodyHash())
                                .bind("caller", caller)
                                .bind("transaction", envelope.transactionId())
                                .bind("correlation", answer.correlationId())
                                .bind(
                                        "references",
                                        SqlArrays.texts(answer.results(), ItemResult::referenceId))
                                .bind("results", written(answer.results()))
                                .bind("answer", cipher.encrypt(answer.body(), PURPOSE))
                                .bind("callback", callbackUrl)
                                .bind("state", callbackUrl == null ? State.ANSWERED : State.PENDING)
                                .bind("now", now));
    }

    /** The messages of a sender that belong to a transaction, the latest first. */
    List<Stored> ofTransaction(Envelope asking, String action, String transactionId) {
        return of(asking, action, "transaction_id = ANY (:values)", List.of(transactionId));
    }

    /** The same by the id that this registry gave. */
    List<Stored> ofCorrelation(Envelope asking, String action, String correlationId) {
        return of(asking, action, "correlation_id = ANY (:values)", List.of(correlationId));
    }

    /** The same by ids of their requests. */
    List<Stored> ofReferences(Envelope asking, String action, Collection<String> referenceIds) {
        return of(asking, action, "reference_ids && :values", referenceIds);
    }

    private List<Stored> of(
            Envelope asking, String action, String which, Collection<String> values) {
        return database.query(
                COLUMNS
                        + which
                        + " AND sender_id = :sender AND registry = :registry AND action = :action"
                        + " ORDER BY received_at DESC LIMIT 100",
                q ->
                        q.bind("values", SqlArrays.texts(values))
                                .bind("sender", asking.sender().id())
                                .bind("registry", asking.registry())
                                .bind("action", action)
                                .map(database.rowsAs(Stored.class))
                                .list());
    }

    /** Takes answers that are due, those first that have waited longest. */
    List<Stored> claim(Instant now, Instant until, int limit) {
        return database.query(
                CLAIM,
                q ->
                        q.bind("now", now)
                                .bind("until", until)
                                .bind("limit", limit)
                                .map(database.rowsAs(Stored.class))
                                .list());
    }

    void settle(Stored message, State state, String outcome, Instant next) {
        database.update(
                SETTLE,
                u ->
                        u.bind("sender", message.senderId())
                                .bind("registry", message.registry())
                                .bind("message", message.messageId())
                                .bind("attempts", message.attempts())
                                .bind("state", state)
                                .bind("outcome", outcome)
                                .bind("next", next));
    }

    int purge(Instant before, int rows) {
        return database.update(
                "DELETE FROM dci_message WHERE ctid IN (SELECT ctid FROM dci_message"
                        + " WHERE received_at < :before LIMIT :rows)",
                u -> u.bind("before", before).bind("rows", rows));
    }

    String answerOf(Stored message) {
        return cipher.decrypt(message.answerCipher(), PURPOSE);
    }

    List<ItemResult> resultsOf(Stored message) {
        try {
            return json.readValue(message.results(), new TypeReference<>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String written(List<ItemResult> results) {
        try {
            return json.writeValueAsString(results);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
