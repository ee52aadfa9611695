package id.pkh.platform.web;

import jakarta.enterprise.context.RequestScoped;

/** The data that the filter read from a request with an idempotency key. */
@RequestScoped
class IdempotentRequest {

    private String key;
    private String subject;
    private String path;
    private String bodySha256;

    void seen(String idempotencyKey, String byWhom, String onPath, String bodyHash) {
        key = idempotencyKey;
        subject = byWhom;
        path = onPath;
        bodySha256 = bodyHash;
    }

    String key() {
        return key;
    }

    String subject() {
        return subject;
    }

    String path() {
        return path;
    }

    String bodySha256() {
        return bodySha256;
    }
}
