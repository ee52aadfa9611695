package id.pkh.registry.finding;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "LoggedLookUp", description = "Who looked for a family, how and why.")
public record LookUpView(
        UUID lookUpId,
        String caller,
        @Schema(
                        description = "by what; the key itself is not kept",
                        enumeration = {"NIK", "FAMILY_CARD", "MEMBER_ID", "ACCOUNT_NUMBER", "NAME"})
                String keyKind,
        String purpose,
        @Schema(
                        description =
                                "which were answered; none if nothing was found in the caller's areas")
                List<UUID> familyIds,
        Instant lookedUpAt) {}
