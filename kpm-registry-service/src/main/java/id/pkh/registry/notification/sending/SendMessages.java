package id.pkh.registry.notification.sending;

import id.pkh.platform.web.BusinessDates;
import id.pkh.registry.RegistryConfig;
import id.pkh.registry.RegistryConfig.Notifications;
import id.pkh.registry.identity.Identities;
import id.pkh.registry.identity.PersonalField;
import id.pkh.registry.notification.HoursByArea;
import id.pkh.registry.notification.domain.SendingHours;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sends what is due, in rounds. Several instances may do so at once: each message is claimed before
 * it is sent, and its id is the same in each attempt.
 */
@ApplicationScoped
public class SendMessages {

    /** Far longer than an attempt may take. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final int MAX_DOUBLINGS = 16;

    private final Outgoing outgoing;
    private final HoursByArea hours;
    private final Identities identities;
    private final MeterRegistry meters;
    private final Notifications settings;

    SendMessages(
            Outgoing outgoing,
            HoursByArea hours,
            Identities identities,
            MeterRegistry meters,
            RegistryConfig config) {
        this.outgoing = outgoing;
        this.hours = hours;
        this.identities = identities;
        this.meters = meters;
        this.settings = config.notifications();
        // each counter exists from the start
        Stream.of(Outcome.values()).forEach(this::counter);
    }

    /**
     * One round. An outage of the gateway ends it, because the next message would fail as well.
     *
     * @return the number of messages that the gateway accepted
     */
    public int handle(Optional<MessageRoute> route, Instant now) {
        LocalDate today = BusinessDates.on(now);
        outgoing.expire(now, today);
        if (route.isEmpty()) {
            return 0;
        }
        outgoing.build(now, settings.roundMessages());
        HoursByArea.InForce inForce = hours.on(today);
        int accepted = 0;
        for (int i = 0; i < settings.roundMessages(); i++) {
            Optional<Outgoing.Claimed> claimed = outgoing.claim(now, LEASE);
            if (claimed.isEmpty()) {
                break;
            }
            SendingHours here = inForce.of(claimed.get().areaCode());
            Instant allowed = here.outsideQuietHours(now);
            if (allowed.isAfter(now)) {
                outgoing.postpone(claimed.get(), allowed);
                continue;
            }
            Outcome outcome = attempt(claimed.get(), route.get(), now, here);
            accepted += outcome == Outcome.ACCEPTED ? 1 : 0;
            if (outcome.isOutage()) {
                break;
            }
        }
        return accepted;
    }

    private Outcome attempt(
            Outgoing.Claimed message, MessageRoute route, Instant now, SendingHours here) {
        Outcome outcome = message.isCurrent() ? send(message, route) : Outcome.NUMBER_WITHDRAWN;
        counter(outcome).increment();
        outgoing.settle(
                message,
                outcome,
                now,
                here.outsideQuietHours(now.plus(pauseAfter(message.attempts()))),
                settings.retryAttempts());
        return outcome;
    }

    private Counter counter(Outcome outcome) {
        return meters.counter("message_attempts_total", "outcome", outcome.name());
    }

    private Outcome send(Outgoing.Claimed message, MessageRoute route) {
        return route.send(
                new OutgoingMessage(
                        message.messageId(),
                        // the digits of a number of E.164
                        "+" + identities.open(PersonalField.TELEPHONE, message.telephoneCipher()),
                        message.text()));
    }

    private Duration pauseAfter(int attempts) {
        Duration pause =
                settings.retryFirst().multipliedBy(1L << Math.min(attempts - 1, MAX_DOUBLINGS));
        return pause.compareTo(settings.retryLongest()) < 0 ? pause : settings.retryLongest();
    }
}
