package id.pkh.verification.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.pkh.platform.policies.PolicyDocument;
import id.pkh.platform.web.FreeText;
import id.pkh.verification.decision.domain.NoticeRoute;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the rules of notices and appeals, as an officer enters it. */
@Schema(
        name = "NoticePolicyEntry",
        description = "How families are notified, how they appeal, and how suspensions end.")
record NoticeDocument(
        @NotBlank @Pattern(regexp = PolicyEntryResource.CODE) String policyCode,
        @NotNull @Schema(description = "First day of a month; deliveries and appeals from it on")
                LocalDate validFrom,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String legalBasis,
        @NotNull
                @Size(min = 1, max = 4)
                @Schema(description = "The routes that count as a delivery")
                List<@NotNull NoticeRoute> routes,
        @Min(0)
                @Max(90)
                @Schema(description = "Days between the delivery of a decision and its effect")
                int daysUntilEffect,
        @Min(1)
                @Max(10)
                @Schema(description = "Days with a failed attempt before a notice may be posted")
                int attemptsUntilPosted,
        @Min(1)
                @Max(180)
                @Schema(description = "Days without a delivery until the coordinator is notified")
                int daysUntilNotified,
        @Min(1) @Max(365) @Schema(description = "Days for an appeal against a decision")
                int decisionAppealDays,
        @Min(1) @Max(180) @Schema(description = "Days in which the office decides an appeal")
                int appealDecisionDays,
        @NotNull
                @Size(max = 7)
                @Schema(
                        description =
                                "What an open appeal stays: a measure, or SUSPEND_HOLD and SUSPEND_FORFEIT")
                List<@NotBlank String> appealStays,
        @JsonProperty("is_compliance_lift_by_person")
                @Schema(
                        description =
                                "Whether an officer ends a suspension when the obligations are met again")
                boolean isComplianceLiftByPerson,
        @Min(1) @Max(730) @Schema(description = "Days until an officer is reminded of a suspension")
                int suspensionReminderDays)
        implements PolicyDocument {}
