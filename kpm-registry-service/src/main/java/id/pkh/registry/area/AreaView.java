package id.pkh.registry.area;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Area", description = "An administrative area by its home-ministry code.")
public record AreaView(
        @Schema(examples = "17.71.08.1001") String code,
        @Schema(examples = "Kampung Kelawi") String name,
        @Schema(description = "PROVINCE, REGENCY, DISTRICT or VILLAGE") String level,
        @Schema(examples = "17.71.08") String parentCode) {}
