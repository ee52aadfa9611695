package id.pkh.verification.decision;

import id.pkh.verification.sanction.IssuedStep;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is on record about steps that are to be decided. */
public interface MatterFacts {

    /** Those that have a decision. */
    Set<UUID> decided(Collection<UUID> stepIds);

    /** Those with an open appeal. */
    Set<UUID> appealed(Collection<UUID> stepIds);

    /** Who sent the forms with the evidence of the family in the period of the step, by step. */
    Map<UUID, Set<String>> evidenceSenders(Collection<IssuedStep> steps);
}
