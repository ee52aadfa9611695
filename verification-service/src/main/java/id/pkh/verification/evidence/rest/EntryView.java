package id.pkh.verification.evidence.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.pkh.verification.compliance.domain.Care;
import id.pkh.verification.compliance.domain.HealthMonth;
import id.pkh.verification.compliance.domain.MonthEvidence;
import id.pkh.verification.compliance.domain.SchoolMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The entry of a form for one person and month: days of a school, or visits of a health service.
 */
@Schema(name = "EvidenceEntry")
public record EntryView(
        @Schema(nullable = true) Integer alpa,
        @Schema(nullable = true) Integer izin,
        @Schema(nullable = true) Integer sakit,
        @Schema(nullable = true) Integer jml,
        @Schema(nullable = true) Integer visits,
        @JsonProperty("is_closed") @Schema(nullable = true) Boolean isClosed,
        @Schema(nullable = true, description = "What was done at the visits, if the form tells")
                List<Care> cares) {

    public static EntryView of(MonthEvidence entry) {
        if (entry instanceof SchoolMonth days) {
            return new EntryView(
                    days.alpa(), days.izin(), days.sakit(), days.jml(), null, null, null);
        }
        HealthMonth health = (HealthMonth) entry;
        return new EntryView(
                null, null, null, null, health.visits(), health.isClosed(), health.sortedCares());
    }
}
