package id.pkh.disbursement.withdrawal;

import id.pkh.platform.security.AreaScope;

/** The person who reports, and the areas in which they may. */
public record Reporter(String subject, AreaScope areas) {}
