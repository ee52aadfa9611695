package id.pkh.verification.compliance.domain;

/**
 * What a form states about one person and month. No entry on the form is no evidence, never a zero.
 */
public sealed interface MonthEvidence permits SchoolMonth, HealthMonth {}
