package id.pkh.verification.sanction;

import id.pkh.verification.sanction.domain.SanctionLadders;

/** The ladders in the database. */
public interface Ladders {

    SanctionLadders all();

    /** How long after its issue a step of this policy can be appealed against, in days. */
    int appealWindowDays(String policyCode);
}
