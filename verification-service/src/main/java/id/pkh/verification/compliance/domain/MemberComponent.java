package id.pkh.verification.compliance.domain;

import java.util.UUID;

/** A person with one component. */
public record MemberComponent(UUID memberId, String component) {}
