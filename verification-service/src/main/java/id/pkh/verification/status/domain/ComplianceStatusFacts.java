package id.pkh.verification.status.domain;

import id.pkh.verification.compliance.domain.CommitmentResult;

/**
 * What the status of a family's quarter depends on.
 *
 * @param isSuspended whether a suspension is in effect that began by the end of the quarter
 * @param isWarned whether a warning or a proposal about the quarter is active that is not protected
 * @param isReminded the same of a reminder
 * @param result of the quarter; null when it was not assessed
 */
public record ComplianceStatusFacts(
        boolean isSuspended, boolean isWarned, boolean isReminded, CommitmentResult result) {}
