package id.pkh.verification.compliance.domain;

/**
 * The entry for one person and month on a form. A missing entry means missing evidence, never zero.
 */
public sealed interface MonthEvidence permits SchoolMonth, HealthMonth {}
