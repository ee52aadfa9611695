package id.pkh.registry.notification.sending;

/** Brings messages out of the house. An id that is given again must not reach its number again. */
public interface MessageRoute {

    Outcome send(OutgoingMessage message);
}
