package id.pkh.verification.replay.domain;

import id.pkh.verification.sanction.domain.Step;
import id.pkh.verification.signal.domain.Cause;
import id.pkh.verification.signal.domain.VerificationPeriod;

/** A period in which another step would have followed; NONE when no step follows. */
public record StepChange(Cause cause, VerificationPeriod period, Step before, Step after) {}
