package id.pkh.registry.notification.domain;

/**
 * Who is notified of an event, of what, and by when.
 *
 * @param event name of the event
 * @param to who is notified
 * @param dueDays days after the event within which the notification has to leave
 * @param expiryDays days after the event from which it is no longer worth sending
 */
public record NotificationRule(
        String event, To to, Template template, Urgency urgency, int dueDays, int expiryDays) {

    /** The receivers of a rule, which the event makes concrete. */
    public enum To {
        FAMILY,
        /** The chairs of the groups of the village. */
        GROUP_CHAIRS,
        /** The families of the village that take part in the programme. */
        VILLAGE_FAMILIES,
        /** The facilitator of the village, or the coordinator if there is none. */
        FACILITATOR,
        /** Those that the event names. */
        NAMED,
        /** The roles that the event names, for the village or the facilitator. */
        NOTIFIED
    }
}
