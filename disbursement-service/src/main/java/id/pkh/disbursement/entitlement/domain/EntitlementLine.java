package id.pkh.disbursement.entitlement.domain;

import java.util.UUID;

/**
 * The amount that one member adds, or the reason why the member adds nothing.
 *
 * @param memberId the member; null for the family's own part
 * @param component component type
 * @param amount zero when a reason is given
 * @param reason reason code; null when paid
 */
public record EntitlementLine(UUID memberId, String component, Rupiah amount, String reason) {

    /** The family already has as many paid members as the policy allows. */
    public static final String OVER_MEMBER_LIMIT = "OVER_MEMBER_LIMIT";

    /** The family already has as many paid members with this component as the policy allows. */
    public static final String OVER_COMPONENT_LIMIT = "OVER_COMPONENT_LIMIT";

    /** The same member is paid for a component of higher value. */
    public static final String OTHER_COMPONENT_PAID = "OTHER_COMPONENT_PAID";

    /** The index has no row for this component on the cycle's first day. */
    public static final String NO_RATE = "NO_RATE";

    /** The component begins after the cycle's first day. */
    public static final String BEGINS_WITHIN_CYCLE = "BEGINS_WITHIN_CYCLE";

    static EntitlementLine paid(UUID memberId, String component, Rupiah amount) {
        return new EntitlementLine(memberId, component, amount, null);
    }

    static EntitlementLine unpaid(ComponentSpell spell, String reason) {
        return new EntitlementLine(spell.memberId(), spell.component(), Rupiah.ZERO, reason);
    }

    public boolean isPaid() {
        return reason == null;
    }
}
