package id.pkh.meeting.policy;

import id.pkh.meeting.p2k2.domain.Course;
import id.pkh.platform.policies.PolicyDocument;
import id.pkh.platform.web.FreeText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A version of the modules and sessions, as an officer enters it: whole, and in their order. */
@Schema(name = "P2k2MaterialEntry", description = "Every module with its sessions, in order.")
record P2k2MaterialDocument(
        @NotBlank @Pattern(regexp = PolicyEntryResource.CODE) String policyCode,
        @NotNull
                @Schema(description = "First day of a month; sessions that are held on it or later")
                LocalDate validFrom,
        @FreeText @NotBlank @Size(max = PolicyEntryResource.MAX_TEXT_CHARS) String legalBasis,
        @NotNull @Size(min = 1, max = 30) List<@NotNull @Valid ModuleEntry> modules)
        implements PolicyDocument {

    /** One module. */
    @Schema(name = "P2k2ModuleEntry", description = "A module with its sessions.")
    record ModuleEntry(
            @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}") String module,
            @FreeText @NotBlank @Size(max = 100) String title,
            @NotNull Course course,
            @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid SessionEntry> sessions) {}

    /** One session. */
    @Schema(name = "P2k2SessionEntry", description = "A session of a module.")
    record SessionEntry(
            @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_-]{1,39}") String sessionCode,
            @FreeText @NotBlank @Size(max = 100) String title) {}
}
