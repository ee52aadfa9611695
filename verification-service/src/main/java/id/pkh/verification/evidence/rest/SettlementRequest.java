package id.pkh.verification.evidence.rest;

import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which line of a contradiction counts, and why.
 *
 * @param formId form of that line; null leaves it to the policy again
 */
@Schema(name = "SettlementRequest")
public record SettlementRequest(
        @Schema(nullable = true) UUID formId,
        @FreeText @NotBlank @Size(max = 1000) String reason) {}
