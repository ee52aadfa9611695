package id.pkh.registry.dci;

import id.pkh.platform.web.Refused;
import id.pkh.registry.dci.domain.Rejection;
import id.pkh.registry.webhook.MoveWebhook;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Ends subscriptions of the caller, each for itself. */
@ApplicationScoped
class AnswerUnsubscribe {

    private final MoveWebhook moveWebhook;
    private final Subscriptions subscriptions;
    private final Answers answers;

    AnswerUnsubscribe(MoveWebhook moveWebhook, Subscriptions subscriptions, Answers answers) {
        this.moveWebhook = moveWebhook;
        this.subscriptions = subscriptions;
        this.answers = answers;
    }

    Answer handle(Envelope envelope, String correlationId) {
        MessageFields asked = envelope.message();
        asked.timestamp("timestamp", Rejection.TIMESTAMP);
        List<String> codes = asked.texts("subscription_codes");
        if (envelope.totalCount() != 1) {
            SearchItem.requireCount(envelope, codes.size());
        }
        List<Map<String, Object>> ended = new ArrayList<>();
        Rejected problem = null;
        for (String code : codes) {
            try {
                end(code);
                ended.add(Map.of("code", code, "status", "unsubscribe"));
            } catch (Rejected rejected) {
                problem = rejected;
            }
        }
        // the standard has one status for all: rejected is a message of which nothing was done
        ItemResult result =
                ended.isEmpty()
                        ? ItemResult.rejected(
                                envelope.transactionId(), answers.timestamp(), problem)
                        : ItemResult.success(envelope.transactionId(), answers.timestamp());
        Map<String, Object> message = answers.message(envelope, correlationId);
        result.shown().forEach(message::putIfAbsent);
        message.remove("reference_id");
        message.put("subscription_status", ended);
        if (problem != null) {
            message.putIfAbsent("status_reason_message", problem.getMessage());
        }
        return answers.of(envelope, "on-unsubscribe", message, correlationId, List.of(result));
    }

    private void end(String code) {
        UUID id =
                SearchQuery.idOf(code)
                        .filter(read -> subscriptions.find(read).isPresent())
                        .orElseThrow(AnswerUnsubscribe::unknown);
        try {
            QuarkusTransaction.requiringNew().run(() -> moveWebhook.end(id));
        } catch (Refused refused) {
            switch (refused.code()) {
                case "NOT_FOUND" -> throw unknown();
                case "WEBHOOK_STATE_DIFFERS" ->
                        throw new Rejected(
                                Rejection.ALREADY_UNSUBSCRIBED, "a subscription has ended already");
                default -> throw refused;
            }
        }
    }

    private static Rejected unknown() {
        return new Rejected(Rejection.SUBSCRIPTION_CODE, "a subscription code is not one of yours");
    }
}
