package id.pkh.registry.roster;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PermitRosterRequest", description = "A file that may bring in an area.")
record PermitRosterRequest(
        @Schema(
                        required = true,
                        examples = "17.71.08",
                        description = "The area whose families the file contains")
                String area,
        @Schema(required = true, description = "SHA-256 of the bytes of the file, in hexadecimal")
                String sha256) {}
