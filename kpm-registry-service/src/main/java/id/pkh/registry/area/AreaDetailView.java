package id.pkh.registry.area;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AreaDetail", description = "An area, what lies above it, and what it was before.")
public record AreaDetailView(
        AreaView area, List<AreaAboveView> above, List<AreaFormerView> former) {

    @Schema(name = "AreaAbove", description = "An area above another, the province first.")
    public record AreaAboveView(
            String code,
            @Schema(nullable = true, description = "null for an area that is not on record")
                    String name) {}

    @Schema(name = "AreaFormer", description = "What an area was called before, the last first.")
    public record AreaFormerView(
            String name, @Schema(nullable = true) String decree, Instant replacedAt) {}
}
