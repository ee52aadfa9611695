package id.pkh.verification.replay.rest;

import id.pkh.verification.replay.ChangeCount;
import id.pkh.verification.replay.Replays.ReplayedStep;
import id.pkh.verification.sanction.domain.Step;
import id.pkh.verification.signal.domain.Cause;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a replay found, as people see it. */
final class ReplayResultViews {

    private ReplayResultViews() {}

    @Schema(
            name = "PolicyReplayCount",
            description = "How often another step would have followed in a sub-district.")
    record CountView(
            String areaCode,
            @Schema(implementation = Cause.class) String cause,
            @Schema(implementation = Step.class) String stepBefore,
            @Schema(implementation = Step.class) String stepAfter,
            @Schema(description = "Families with at least one such period") long families,
            @Schema(description = "Periods of families") long steps) {

        static CountView of(ChangeCount count) {
            return new CountView(
                    count.areaCode(),
                    count.cause(),
                    count.stepBefore(),
                    count.stepAfter(),
                    count.families(),
                    count.steps());
        }
    }

    @Schema(
            name = "PolicyReplayFamily",
            description = "A period of a family in which another step would have followed.")
    record FamilyView(
            UUID kpmId,
            String villageCode,
            @Schema(implementation = Cause.class) String cause,
            @Schema(description = "A month or a quarter") String period,
            @Schema(implementation = Step.class) String stepBefore,
            @Schema(implementation = Step.class) String stepAfter) {

        static FamilyView of(ReplayedStep step) {
            return new FamilyView(
                    step.kpmId(),
                    step.villageCode(),
                    step.cause(),
                    step.period(),
                    step.stepBefore(),
                    step.stepAfter());
        }
    }
}
