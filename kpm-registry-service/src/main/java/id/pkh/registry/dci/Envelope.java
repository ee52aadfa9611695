package id.pkh.registry.dci;

import id.pkh.registry.dci.domain.DciRegistry;
import java.time.Instant;
import java.util.Optional;

/**
 * A message whose header, sender and signature were checked.
 *
 * @param sentAt as the sender says
 * @param bodyHash of the body and its operation
 */
record Envelope(
        DciRegistry registry,
        String action,
        Sender sender,
        String messageId,
        Instant sentAt,
        Optional<String> senderUri,
        int totalCount,
        MessageFields message,
        byte[] bodyHash) {

    String transactionId() {
        return message.text("transaction_id", MessageFields.ID_CHARS);
    }
}
