package id.pkh.verification.schoollink.rest;

import id.pkh.verification.evidence.rest.EvidenceLinesRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Days of pupils who are on the list. */
@Schema(name = "SchoolDaysRequest")
public record SchoolDaysRequest(
        @NotNull @Size(min = 1, max = 500) List<EvidenceLinesRequest.@NotNull @Valid Row> rows) {}
