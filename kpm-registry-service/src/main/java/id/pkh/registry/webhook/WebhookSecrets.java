package id.pkh.registry.webhook;

import id.pkh.platform.security.FieldCipher;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Secrets are stored encrypted, because they sign and a digest could not. */
@ApplicationScoped
class WebhookSecrets {

    private static final String PURPOSE = "registry.webhook_secret";

    private final FieldCipher cipher;

    WebhookSecrets(FieldCipher cipher) {
        this.cipher = cipher;
    }

    byte[] seal(WebhookSecret secret) {
        return cipher.encrypt(secret.text(), PURPOSE);
    }

    /** The secrets that sign now: the current one, and for a while the former one. */
    List<WebhookSecret> signing(Webhook webhook, Instant now) {
        List<WebhookSecret> signing = new ArrayList<>();
        signing.add(open(webhook.secretCipher()));
        if (webhook.formerSecretUntil() != null && webhook.formerSecretUntil().isAfter(now)) {
            signing.add(open(webhook.formerSecretCipher()));
        }
        return signing;
    }

    private WebhookSecret open(byte[] sealed) {
        return new WebhookSecret(cipher.decrypt(sealed, PURPOSE));
    }
}
