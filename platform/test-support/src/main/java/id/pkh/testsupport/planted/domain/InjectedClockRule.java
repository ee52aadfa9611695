package id.pkh.testsupport.planted.domain;

import java.time.Clock;

/** Planted: a rule that is given a clock. */
public record InjectedClockRule(Clock clock) {}
