package id.pkh.platform.policies;

import id.pkh.platform.web.FreeText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bodies of the acts. Each names the version as it was read. */
final class PolicyVersionRequests {

    private static final String AS_READ = "The hash of the version as it was read";
    private static final int MAX_REASON_CHARS = 500;

    private PolicyVersionRequests() {}

    @Schema(name = "PolicyApprovalRequest", description = "What is approved or revoked.")
    record Named(@NotBlank @Schema(description = AS_READ) String sha256) {}

    @Schema(name = "PolicyRefusalRequest", description = "What is refused, and why.")
    record WithReason(
            @NotBlank @Schema(description = AS_READ) String sha256,
            @FreeText @NotBlank @Size(max = MAX_REASON_CHARS) String reason) {}
}
