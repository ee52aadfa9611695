package id.pkh.contracts.disbursement;

import java.util.UUID;

/**
 * What one member adds to the entitlement.
 *
 * @param memberId family member
 * @param component component type
 * @param amountIdr whole rupiah
 */
public record ComponentAmount(UUID memberId, String component, long amountIdr) {}
