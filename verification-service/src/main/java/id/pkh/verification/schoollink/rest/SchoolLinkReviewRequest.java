package id.pkh.verification.schoollink.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Up to which sending a person has looked at what came. */
@Schema(name = "SchoolLinkReviewRequest")
public record SchoolLinkReviewRequest(@Min(1) @Max(200) int upTo) {}
