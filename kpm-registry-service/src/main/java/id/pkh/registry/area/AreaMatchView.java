package id.pkh.registry.area;

import id.pkh.registry.area.AreaDetailView.AreaAboveView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "AreaMatch", description = "An area whose name is like the one looked for.")
public record AreaMatchView(
        AreaView area,
        List<AreaAboveView> above,
        @Schema(description = "How its name is like it") Likeness likeness) {

    /** From the closest. */
    public enum Likeness {
        EQUAL,
        BEGINS_WITH_IT,
        CONTAINS_IT,
        NEAR
    }
}
