package id.pkh.registry.dci;

import id.pkh.platform.security.Caller;
import id.pkh.platform.web.Refused;
import id.pkh.registry.dci.DciMessages.Stored;
import id.pkh.registry.dci.domain.DciError;
import id.pkh.registry.dci.domain.Rejection;
import id.pkh.registry.webhook.PostOutside;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Answers a message once: what comes again under the same id gets the same answer. The answer is
 * made while the sender waits, also one that is sent later, because it depends on the token.
 */
@ApplicationScoped
class ReceiveMessage {

    private final DciMessages messages;
    private final Answers answers;
    private final PostOutside outside;
    private final Caller caller;
    private final Clock clock;

    ReceiveMessage(
            DciMessages messages,
            Answers answers,
            PostOutside outside,
            Caller caller,
            Clock clock) {
        this.messages = messages;
        this.answers = answers;
        this.outside = outside;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The answer itself.
     *
     * @param work makes the answer under a correlation id
     */
    String now(Envelope envelope, Function<String, Answer> work) {
        return handle(envelope, null, work);
    }

    /**
     * An acknowledgement; the answer is sent to the address that the message names.
     *
     * @param callback the end of the address that is used when the message names none
     */
    String later(Envelope envelope, String callback, Function<String, Answer> work) {
        return later(envelope, callback, (id, url) -> work.apply(id));
    }

    /**
     * @param work makes the answer under a correlation id, and knows where it will go
     */
    String later(Envelope envelope, String callback, BiFunction<String, String, Answer> work) {
        String url = callbackUrl(envelope, callback);
        return handle(envelope, url, id -> work.apply(id, url));
    }

    private String handle(Envelope envelope, String callbackUrl, Function<String, Answer> work) {
        if (messages.find(envelope).isEmpty()) {
            Answer answer = work.apply(Answers.newId());
            messages.add(envelope, caller.subject(), answer, callbackUrl, clock.instant());
        }
        Stored stored = messages.find(envelope).orElseThrow();
        if (!MessageDigest.isEqual(stored.bodyHash(), envelope.bodyHash())) {
            throw new DciRefused(
                    Rejection.MESSAGE_ID_DUPLICATE,
                    "another message was received under this message_id");
        }
        return stored.callbackUrl() == null
                ? messages.answerOf(stored)
                : answers.acknowledgement(stored.correlationId(), stored.receivedAt());
    }

    /** Answers have personal data, so they go only to hosts that the sender is known for. */
    private String callbackUrl(Envelope envelope, String callback) {
        Sender sender = envelope.sender();
        String url =
                envelope.senderUri()
                        .or(() -> sender.callbackUrl().map(base -> base + callback))
                        .orElseThrow(
                                () ->
                                        invalid(
                                                "is missing, and no address is known for the sender"));
        try {
            outside.require(url);
        } catch (Refused notAllowed) {
            throw invalid("must be an address of the internet that begins with https://");
        }
        if (!sender.callbackHosts().contains(URI.create(url).getHost().toLowerCase(Locale.ROOT))) {
            throw invalid("must have a host that is registered for the sender");
        }
        return url;
    }

    private static DciRefused invalid(String problem) {
        return new DciRefused(DciError.SENDER_URI, "header.sender_uri " + problem);
    }
}
