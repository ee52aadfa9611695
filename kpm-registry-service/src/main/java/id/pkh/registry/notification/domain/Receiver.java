package id.pkh.registry.notification.domain;

/**
 * One receiver.
 *
 * @param ref id of the family or facilitator, code of the group, or area of the office
 */
public record Receiver(ReceiverRole role, String ref) {

    /** What every reference looks like. */
    public static final String FORM = "^[0-9a-f.-]{2,40}$";
}
