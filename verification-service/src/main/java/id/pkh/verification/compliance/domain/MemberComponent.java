package id.pkh.verification.compliance.domain;

import java.util.UUID;

/** A person in one of her components. */
public record MemberComponent(UUID memberId, String component) {}
