package id.pkh.registry.webhook;

import id.pkh.platform.persistence.Conditions;
import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import id.pkh.platform.web.Refused;
import id.pkh.registry.area.CallerAreas;
import id.pkh.registry.webhook.domain.WebhookState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Which subscriptions a caller sees: a system its own, officers and auditors all, each within the
 * caller's areas.
 */
@ApplicationScoped
class WebhookAccess {

    private final Webhooks webhooks;
    private final CallerAreas areas;
    private final Caller caller;

    WebhookAccess(Webhooks webhooks, CallerAreas areas, Caller caller) {
        this.webhooks = webhooks;
        this.areas = areas;
        this.caller = caller;
    }

    Conditions visible() {
        Conditions visible = areas.visible("area_code");
        boolean seesOthers =
                caller.hasRole(Roles.MINISTRY_OFFICER) || caller.hasRole(Roles.AUDITOR);
        return seesOthers ? visible : own(visible);
    }

    /** Locks a subscription of the caller, who is its owner. */
    @Transactional(Transactional.TxType.MANDATORY)
    Webhook lockOwn(UUID id) {
        return locked(own(areas.visible("area_code")), id);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Webhook lock(UUID id) {
        return locked(visible(), id);
    }

    private Webhook locked(Conditions which, UUID id) {
        return webhooks.lock(which.and("webhook_id = ?", id))
                .orElseThrow(() -> Refused.because("NOT_FOUND"));
    }

    private Conditions own(Conditions visible) {
        return visible.and("owner = ?", caller.subject());
    }

    static void requireMove(Webhook webhook, WebhookState next) {
        if (!webhook.state().canBecome(next)) {
            throw stateDiffers(webhook);
        }
    }

    static Refused stateDiffers(Webhook webhook) {
        return Refused.because("WEBHOOK_STATE_DIFFERS").with("state", webhook.state());
    }
}
