package id.pkh.platform.policies;

import java.time.LocalDate;

/** What every policy states, whatever its kind. Documents are records that JSON is read into. */
public interface PolicyDocument {

    /** Names the version for people. */
    String policyCode();

    LocalDate validFrom();

    /** Null for a policy that applies until the next one begins. */
    default LocalDate validUntil() {
        return null;
    }

    String legalBasis();
}
