package id.pkh.registry.area;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Area", description = "An administrative area by its home-ministry code.")
public record AreaView(
        String code,
        String name,
        @Schema(enumeration = {"PROVINCE", "REGENCY", "DISTRICT", "VILLAGE"}) String level,
        @Schema(nullable = true, description = "null for a province") String parentCode,
        @Schema(
                        nullable = true,
                        description = "The code of the statistical office; null where not recorded")
                String bpsCode,
        @Schema(
                        nullable = true,
                        description = "The decree that lists it; null for one added by a file")
                String decree,
        @Schema(nullable = true, description = "The day of the decree that no longer lists it")
                LocalDate endedOn) {}
