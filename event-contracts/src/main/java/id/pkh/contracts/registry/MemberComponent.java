package id.pkh.contracts.registry;

import java.util.UUID;

/**
 * Who carries which component.
 *
 * @param memberId family member
 * @param component component type
 */
public record MemberComponent(UUID memberId, String component) {}
