package id.pkh.verification.appeal.rest;

import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * The family's objection to a step or to a decision, exactly one of them.
 *
 * @param grounds OTHER when left out
 * @param evidenceReference left out when there is no evidence besides the statement
 */
public record AppealRequest(
        UUID stepId,
        UUID decisionId,
        @FreeText @Size(min = 1, max = 50) String grounds,
        @FreeText @NotBlank @Size(max = 4000) String statement,
        @FreeText @Size(min = 1, max = 200) String evidenceReference) {

    private static final String OTHER = "OTHER";

    String groundsOrOther() {
        return grounds == null ? OTHER : grounds;
    }
}
