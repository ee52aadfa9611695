package id.pkh.registry.graduation;

import id.pkh.registry.graduation.domain.GraduationCodes.Ppse;
import id.pkh.registry.graduation.domain.GraduationCodes.Reason;
import id.pkh.registry.graduation.domain.GraduationCodes.Rejection;
import id.pkh.registry.graduation.domain.GraduationCodes.Type;
import id.pkh.registry.graduation.domain.GraduationCodes.WelfareCategory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people send about graduations. */
final class GraduationRequests {

    private GraduationRequests() {}

    @Schema(name = "GraduationProposal", description = "Why a family is to graduate.")
    record Proposal(
            @NotNull UUID kpmId,
            @NotNull Type type,
            @NotNull Reason reason,
            @NotNull WelfareCategory welfareCategory,
            @NotNull @Schema(description = "how far it is in the empowerment programme") Ppse ppse,
            @NotNull
                    @Min(2007)
                    @Max(2100)
                    @Schema(description = "as the family says; it may be before the registry")
                    Integer yearJoined,
            @NotNull @Min(1) @Max(30) Integer householdSize,
            @NotNull @Schema(description = "the visit for the graduation, as evidence")
                    UUID visitId,
            @NotNull @Schema(description = "first day on which the family would be no member")
                    LocalDate effectiveOn) {}

    @Schema(name = "GraduationVersion", description = "The version that was read.")
    record Version(@NotNull @Min(1) Integer version) {}

    @Schema(name = "GraduationRejection", description = "Why it is not forwarded.")
    record Rejected(@NotNull @Min(1) Integer version, @NotNull Rejection rejection) {}
}
