package id.pkh.registry.area;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Area", description = "An administrative area by its home-ministry code.")
public record AreaView(
        String code,
        String name,
        @Schema(enumeration = {"PROVINCE", "REGENCY", "DISTRICT", "VILLAGE"}) String level,
        @Schema(nullable = true, description = "null for a province") String parentCode) {}
