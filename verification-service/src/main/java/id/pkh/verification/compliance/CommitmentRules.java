package id.pkh.verification.compliance;

import id.pkh.verification.compliance.domain.CommitmentPolicies;

/** The commitment policies in the database. */
public interface CommitmentRules {

    CommitmentPolicies all();
}
