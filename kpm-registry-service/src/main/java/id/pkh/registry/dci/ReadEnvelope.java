package id.pkh.registry.dci;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.pkh.platform.security.Caller;
import id.pkh.registry.RegistryConfig;
import id.pkh.registry.dci.domain.DciError;
import id.pkh.registry.dci.domain.DciRegistry;
import id.pkh.registry.dci.domain.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Reads the envelope of a message, and refuses what is wrong with it, the sender first. */
@ApplicationScoped
class ReadEnvelope {

    /** How far the clock of a sender may be ahead. */
    static final Duration AHEAD = Duration.ofMinutes(5);

    /** What the header of updates has to say. */
    static final String UPDATES = "notify";

    private static final Set<String> STATUSES =
            Set.of("rcvd", ItemResult.PENDING, ItemResult.SUCCESS, ItemResult.REJECTED);
    private static final String HEADER = "header";
    private static final String TOTAL = "total_count";
    private static final String VERSION = "1.0.0";
    private static final int URI_CHARS = 500;

    private final ObjectMapper json;
    private final Senders senders;
    private final Signatures signatures;
    private final Caller caller;
    private final RegistryConfig.Dci config;
    private final Clock clock;

    ReadEnvelope(
            ObjectMapper json,
            Senders senders,
            Signatures signatures,
            Caller caller,
            RegistryConfig config,
            Clock clock) {
        this.json = json;
        this.senders = senders;
        this.signatures = signatures;
        this.caller = caller;
        this.config = config.dci();
        this.clock = clock;
    }

    /**
     * Reads what was sent to an operation.
     *
     * @param operation the end of its address, such as {@code sync/search}
     * @param action what the header has to say
     */
    Envelope handle(DciRegistry registry, String operation, String action, byte[] body) {
        return read(
                registry, operation, action, body, all -> all.object(HEADER).wholeNumber(TOTAL));
    }

    /** The same of updates, whose header has a status, and its total only if the sender likes. */
    Envelope updates(DciRegistry registry, String operation, byte[] body) {
        return read(
                registry,
                operation,
                UPDATES,
                body,
                all -> {
                    MessageFields header = all.object(HEADER);
                    header.word("status", STATUSES);
                    return header.has(TOTAL)
                            ? header.wholeNumber(TOTAL)
                            : AnswerEnrolmentUpdates.beneficiariesOf(all.object("message")).size();
                });
    }

    private Envelope read(
            DciRegistry registry,
            String operation,
            String action,
            byte[] body,
            ToIntFunction<MessageFields> count) {
        MessageFields envelope = parsed(body);
        MessageFields header = envelope.object(HEADER);
        checkVersion(header);
        String messageId = header.text("message_id", MessageFields.ID_CHARS);
        Instant sentAt = header.timestamp("message_ts", Rejection.MESSAGE_TS);
        Sender sender =
                senders.require(header.text("sender_id", MessageFields.ID_CHARS), caller.subject());
        checkReceiver(header);
        signatures.require(sender, envelope.node(), clock.instant());
        if (!header.text("action", MessageFields.ID_CHARS).equals(action)) {
            throw new DciRefused(Rejection.ACTION, "header.action must be " + action);
        }
        checkTime(sentAt);
        int total = count.applyAsInt(envelope);
        if (total < 1) {
            throw new DciRefused(Rejection.TOTAL_COUNT, "header.total_count must be at least 1");
        }
        MessageFields message = envelope.object("message");
        if (header.flag("is_msg_encrypted") || message.has("ciphertext")) {
            throw new DciRefused(DciError.ENCRYPTION, "encrypted messages are not accepted");
        }
        header.optionalObject("meta");
        message.text("transaction_id", MessageFields.ID_CHARS);
        return new Envelope(
                registry,
                action,
                sender,
                messageId,
                sentAt,
                header.optionalText("sender_uri", URI_CHARS),
                total,
                message,
                hash(operation, body));
    }

    private MessageFields parsed(byte[] body) {
        try {
            JsonNode tree = body == null || body.length == 0 ? null : json.readTree(body);
            if (tree != null && tree.isObject()) {
                return new MessageFields(tree, "");
            }
        } catch (IOException notJson) {
            // refused below, without what was written
        }
        throw new DciRefused(DciError.BAD_REQUEST, "the body must be one JSON object");
    }

    private static void checkVersion(MessageFields header) {
        String version = header.optionalText("version", MessageFields.ID_CHARS).orElse(VERSION);
        if (!version.equals(VERSION)) {
            throw new DciRefused(DciError.VERSION, "header.version must be " + VERSION);
        }
    }

    private void checkReceiver(MessageFields header) {
        List<String> names = config.ids();
        header.optionalText("receiver_id", MessageFields.ID_CHARS)
                .filter(receiver -> !names.contains(receiver))
                .ifPresent(
                        other -> {
                            throw new DciRefused(
                                    DciError.RECEIVER_ID,
                                    "header.receiver_id must be one of " + names);
                        });
    }

    /** What is older than the memory of message ids could be sent again unnoticed. */
    private void checkTime(Instant sentAt) {
        Instant now = clock.instant();
        if (sentAt.isAfter(now.plus(AHEAD)) || sentAt.isBefore(now.minus(config.retention()))) {
            throw new DciRefused(
                    Rejection.MESSAGE_TS,
                    "header.message_ts must be at most %s minutes ahead and %s days old"
                            .formatted(AHEAD.toMinutes(), config.retention().toDays()));
        }
    }

    private static byte[] hash(String operation, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(operation.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
