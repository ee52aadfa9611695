package id.pkh.verification.coverage.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.pkh.verification.coverage.ListCoveredMembers;
import id.pkh.verification.coverage.domain.WindowState;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A member about whom something has to be verified, by ids; this service knows no names. */
@Schema(name = "CoveredMember")
public record CoveredMemberView(
        UUID kpmId,
        UUID memberId,
        String component,
        String villageCode,
        @Schema(nullable = true, description = "NPSN; null when no school is recorded")
                String schoolId,
        @JsonProperty("is_complete") boolean isComplete,
        @Schema(description = "None while they depend on a month of birth that is not recorded")
                List<MemberWindowView> windows) {

    /** What is known about a month or a longer window. */
    @Schema(name = "CoveredMemberWindow")
    public record MemberWindowView(
            @Schema(description = "yyyy-MM, or yyyy-MM/yyyy-MM") String window,
            WindowState state) {}

    static CoveredMemberView of(ListCoveredMembers.Row row) {
        return new CoveredMemberView(
                row.member().kpmId(),
                row.member().memberId(),
                row.member().component(),
                row.member().villageCode(),
                row.member().schoolId(),
                row.coverage().isComplete(),
                row.coverage().windows().entrySet().stream()
                        .map(window -> new MemberWindowView(window.getKey(), window.getValue()))
                        .toList());
    }
}
