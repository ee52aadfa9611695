package id.pkh.contracts.verification;

import java.util.List;
import java.util.UUID;

/**
 * Outcome of one member's commitment.
 *
 * @param memberId family member
 * @param component component type
 * @param result MET, NOT_MET, NOT_VERIFIED, NOT_DUE or EXEMPT
 * @param reasons reason codes
 */
public record MemberResult(UUID memberId, String component, String result, List<String> reasons) {}
