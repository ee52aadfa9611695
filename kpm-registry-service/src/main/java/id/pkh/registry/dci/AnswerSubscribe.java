package id.pkh.registry.dci;

import com.fasterxml.jackson.databind.JsonNode;
import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.Refused;
import id.pkh.registry.dci.Subscriptions.Subscription;
import id.pkh.registry.dci.domain.DciEvent;
import id.pkh.registry.dci.domain.RecordKind;
import id.pkh.registry.dci.domain.Rejection;
import id.pkh.registry.webhook.CreateWebhook;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Subscribes a system to events of an area. The subscription is a webhook: an officer approves it,
 * and it is delivered like the others.
 */
@ApplicationScoped
class AnswerSubscribe {

    private static final String TAKEN = "WEBHOOK_URL_TAKEN";
    private static final String LOCATION = "location";
    private static final String EVERYWHERE = "*";
    private static final String ON_SUBSCRIBE = "/on-subscribe";

    private final CreateWebhook createWebhook;
    private final Subscriptions subscriptions;
    private final Answers answers;

    AnswerSubscribe(CreateWebhook createWebhook, Subscriptions subscriptions, Answers answers) {
        this.createWebhook = createWebhook;
        this.subscriptions = subscriptions;
        this.answers = answers;
    }

    /** One request, whose form is checked. */
    private record Item(String referenceId, MessageFields criteria) {

        static Item of(MessageFields request) {
            request.timestamp("timestamp", Rejection.TIMESTAMP);
            request.checkLocale();
            MessageFields criteria = request.object("subscribe_criteria");
            criteria.text("reg_event_type", MessageFields.ID_CHARS);
            criteria.text("notify_record_type", MessageFields.ID_CHARS);
            if (!criteria.node().path("filter").isContainerNode()) {
                throw criteria.malformed("filter", "an object or a list");
            }
            return new Item(request.text("reference_id", MessageFields.ID_CHARS), criteria);
        }
    }

    /**
     * @param callbackUrl where the answer goes; events go beside it
     */
    Answer handle(Envelope envelope, String callbackUrl, String correlationId) {
        List<MessageFields> requests = envelope.message().objects("subscribe_request");
        SearchItem.requireCount(envelope, requests.size());
        List<Item> items = requests.stream().map(Item::of).toList();
        List<ItemResult> results = new ArrayList<>();
        List<Map<String, Object>> responses = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Item item : items) {
            Map<String, Object> response;
            try {
                if (!seen.add(item.referenceId())) {
                    throw new Rejected(
                            Rejection.REFERENCE_ID_DUPLICATE, "another request has this id");
                }
                Subscription subscription = subscribed(envelope, item, notifyUrl(callbackUrl));
                results.add(
                        ItemResult.waiting(
                                item.referenceId(),
                                answers.timestamp(),
                                subscription.code().toString()));
                response = results.get(results.size() - 1).shown();
                response.put("subscriptions", List.of(shown(subscription)));
            } catch (Rejected rejected) {
                results.add(ItemResult.rejected(item.referenceId(), answers.timestamp(), rejected));
                response = results.get(results.size() - 1).shown();
                if (rejected instanceof AlreadySubscribed already) {
                    response.put("subscriptions", List.of(shown(already.existing)));
                }
            }
            responses.add(response);
        }
        Map<String, Object> message = answers.message(envelope, correlationId);
        message.put("subscribe_response", responses);
        return answers.of(envelope, "on-subscribe", message, correlationId, results);
    }

    private static String notifyUrl(String callbackUrl) {
        return callbackUrl.endsWith(ON_SUBSCRIBE)
                ? callbackUrl.substring(0, callbackUrl.length() - ON_SUBSCRIBE.length()) + "/notify"
                : callbackUrl;
    }

    private Subscription subscribed(Envelope envelope, Item item, String url) {
        MessageFields criteria = item.criteria();
        DciEvent event =
                DciEvent.of(
                                envelope.registry(),
                                criteria.text("reg_event_type", MessageFields.ID_CHARS))
                        .orElseThrow(
                                () ->
                                        new Rejected(
                                                Rejection.NOTIFY_TYPES,
                                                "there are no events of this type"));
        String recordType = criteria.text("notify_record_type", MessageFields.ID_CHARS);
        RecordKind kind = RecordKind.of(envelope.registry(), recordType).orElse(null);
        if (kind != RecordKind.GROUP && kind != RecordKind.BENEFICIARY) {
            throw details(
                    "notify_record_type must be Group or Beneficiary: events are of families");
        }
        if (criteria.has("frequency")) {
            throw details("frequency is not offered: events are sent when they come");
        }
        String area = areaOf(criteria.node().get("filter"));
        try {
            return QuarkusTransaction.requiringNew()
                    .call(
                            () -> {
                                UUID code =
                                        createWebhook.inForm(
                                                DciNotices.FORM,
                                                url,
                                                List.of(event.eventType()),
                                                area);
                                Subscription subscription =
                                        new Subscription(
                                                code,
                                                envelope.sender().id(),
                                                event,
                                                envelope.transactionId(),
                                                recordType);
                                subscriptions.add(subscription);
                                return subscription;
                            });
        } catch (Refused refused) {
            if (refused.code().equals(TAKEN)) {
                throw new AlreadySubscribed(
                        subscriptions
                                .existing(envelope.sender().id(), event, url, area)
                                .orElseThrow(() -> refused));
            }
            throw rejected(refused);
        }
    }

    /** The sender may not have got the code, so the rejection has it. */
    private static final class AlreadySubscribed extends Rejected {

        private static final long serialVersionUID = 1L;

        private final transient Subscription existing;

        AlreadySubscribed(Subscription existing) {
            super(Rejection.ALREADY_SUBSCRIBED, "these events of this area are subscribed already");
            this.existing = existing;
        }
    }

    private static Rejected rejected(Refused refused) {
        return switch (refused.code()) {
            case "AREA_UNKNOWN", "WEBHOOK_AREA_REQUIRED" ->
                    details("the location must be a known area of the token");
            default -> throw refused;
        };
    }

    private static Rejected details(String text) {
        return new Rejected(Rejection.NOTIFY_DETAILS, text);
    }

    /** Null for the whole country. */
    private static String areaOf(JsonNode filter) {
        String value = filter.path("value").asText("");
        boolean isArea = EVERYWHERE.equals(value) || AreaScope.isAreaCode(value);
        if (!filter.path("type").asText("").equals(LOCATION) || !isArea) {
            throw details(
                    "filter must be {\"type\": \"location\", \"value\": code of an area or *}");
        }
        return EVERYWHERE.equals(value) ? null : value;
    }

    private Map<String, Object> shown(Subscription subscription) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("version", Answers.VERSION);
        shown.put("code", subscription.code().toString());
        shown.put("status", "subscribe");
        shown.put("timestamp", answers.timestamp());
        shown.put("reg_type", subscription.event().registry().type());
        shown.put("reg_event_type", subscription.event().type());
        shown.put("notify_record_type", subscription.recordType());
        return shown;
    }
}
