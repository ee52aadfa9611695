package id.pkh.verification.compliance.domain;

import java.util.UUID;

/** A person in one of their components. */
public record MemberComponent(UUID memberId, String component) {}
