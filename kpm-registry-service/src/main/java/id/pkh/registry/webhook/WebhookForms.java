package id.pkh.registry.webhook;

import id.pkh.registry.feed.FedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;

/** Writes one event in the form that its subscription takes. */
@ApplicationScoped
class WebhookForms {

    private final Instance<NoticeForm> forms;

    WebhookForms(@Any Instance<NoticeForm> forms) {
        this.forms = forms;
    }

    WebhookMessage message(Webhook webhook, FedEvent event, Instant sentAt) {
        if (webhook.form() == null) {
            return WebhookMessage.of(event);
        }
        NoticeForm form =
                forms.stream()
                        .filter(each -> each.name().equals(webhook.form()))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no form " + webhook.form()));
        return WebhookMessage.of(event, form.body(webhook.webhookId(), event, sentAt));
    }
}
