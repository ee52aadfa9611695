package id.pkh.verification.replay;

import id.pkh.verification.replay.domain.StepChange;
import java.util.UUID;

/** A step that would differ for a family. */
public record FamilyChange(UUID kpmId, String villageCode, StepChange change) {}
