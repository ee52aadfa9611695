package id.pkh.registry.facilitator;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "SubDistrictWithoutCoordinator")
public record UncoordinatedView(
        @Schema(examples = "17.71.08") String subDistrict,
        @Schema(description = "facilitators who are responsible for villages there today")
                int facilitators) {}
