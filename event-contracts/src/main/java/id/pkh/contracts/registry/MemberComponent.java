package id.pkh.contracts.registry;

import java.util.UUID;

/**
 * A member and the component that the member carries.
 *
 * @param memberId family member
 * @param component component type
 */
public record MemberComponent(UUID memberId, String component) {}
