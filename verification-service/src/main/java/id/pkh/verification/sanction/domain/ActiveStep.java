package id.pkh.verification.sanction.domain;

import java.util.UUID;

/** A step that was issued and not withdrawn. */
public record ActiveStep(UUID stepId, StepKey key) {}
