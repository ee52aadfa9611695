package id.pkh.registry.dci;

import id.pkh.registry.dci.DciMessages.Stored;
import id.pkh.registry.dci.domain.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Says what became of earlier messages of the same sender. It repeats no data of an answer. */
@ApplicationScoped
class AnswerTxnStatus {

    private static final String SUBSCRIBE = "subscribe";
    private static final String RECEIPT = "receipt";
    private static final String REFERENCES = "reference_id_list";
    private static final Set<String> TYPES = Set.of("search", SUBSCRIBE, RECEIPT);
    private static final Set<String> ATTRIBUTES =
            Set.of("transaction_id", REFERENCES, "correlation_id");

    private final DciMessages messages;
    private final Subscriptions subscriptions;
    private final Answers answers;

    AnswerTxnStatus(DciMessages messages, Subscriptions subscriptions, Answers answers) {
        this.messages = messages;
        this.subscriptions = subscriptions;
        this.answers = answers;
    }

    Answer handle(Envelope envelope, String correlationId) {
        MessageFields asked = envelope.message().object("txnstatus_request");
        SearchItem.requireCount(envelope, 1);
        String reference = asked.text("reference_id", MessageFields.ID_CHARS);
        String type = asked.word("txn_type", TYPES);
        String attribute = asked.word("attribute_type", ATTRIBUTES);
        asked.checkLocale();
        List<String> wanted = values(asked, attribute);
        String action = type.equals(RECEIPT) ? ReadEnvelope.UPDATES : type;
        List<Stored> found =
                switch (attribute) {
                    case REFERENCES -> messages.ofReferences(envelope, action, wanted);
                    case "correlation_id" ->
                            messages.ofCorrelation(envelope, action, wanted.get(0));
                    default -> messages.ofTransaction(envelope, action, wanted.get(0));
                };
        List<ItemResult> items =
                found.stream()
                        .flatMap(this::resultsOf)
                        .filter(
                                item ->
                                        !attribute.equals(REFERENCES)
                                                || wanted.contains(item.referenceId()))
                        .toList();
        if (type.equals(SUBSCRIBE)) {
            items = items.stream().map(ItemResult::withCodeAsText).toList();
        }
        Rejected unknown = new Rejected(Rejection.REFERENCE_ID, "no such transaction of yours");
        ItemResult result =
                items.isEmpty()
                        ? ItemResult.rejected(reference, answers.timestamp(), unknown)
                        : ItemResult.success(reference, answers.timestamp());
        Map<String, Object> status = new LinkedHashMap<>();
        status.put(
                "transaction_id",
                found.isEmpty() ? envelope.transactionId() : found.get(0).transactionId());
        status.put(
                "correlation_id", found.isEmpty() ? correlationId : found.get(0).correlationId());
        status.put(
                "search_response",
                (items.isEmpty() ? Stream.of(result) : items.stream())
                        .map(ItemResult::shown)
                        .toList());
        Map<String, Object> message = answers.message(envelope, correlationId);
        message.put("txnstatus_response", Map.of("txn_type", type, "txn_status", status));
        return answers.of(envelope, "txn-on-status", message, correlationId, List.of(result));
    }

    private static List<String> values(MessageFields asked, String attribute) {
        return attribute.equals(REFERENCES)
                ? asked.texts("attribute_value")
                : List.of(asked.text("attribute_value", MessageFields.ID_CHARS));
    }

    /** What has not arrived at the sender yet is pending. */
    private Stream<ItemResult> resultsOf(Stored message) {
        return messages.resultsOf(message).stream()
                .map(this::approved)
                .map(
                        item ->
                                switch (message.state()) {
                                    case PENDING ->
                                            item.now(
                                                    ItemResult.PENDING,
                                                    "the answer is not delivered yet");
                                    case GIVEN_UP ->
                                            item.now(
                                                    item.status(),
                                                    "the answer could not be delivered; send again");
                                    case ANSWERED, DELIVERED -> item;
                                });
    }

    /** A subscription waits no longer when an officer has approved it. */
    private ItemResult approved(ItemResult item) {
        return item.subscription() != null
                        && subscriptions.isApproved(UUID.fromString(item.subscription()))
                ? ItemResult.success(item.referenceId(), item.timestamp())
                : item;
    }
}
