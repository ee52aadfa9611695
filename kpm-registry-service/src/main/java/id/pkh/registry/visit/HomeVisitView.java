package id.pkh.registry.visit;

import id.pkh.registry.visit.domain.VisitCodes.Electricity;
import id.pkh.registry.visit.domain.VisitCodes.Finding;
import id.pkh.registry.visit.domain.VisitCodes.HeadJob;
import id.pkh.registry.visit.domain.VisitCodes.HouseOwnership;
import id.pkh.registry.visit.domain.VisitCodes.PhotoKind;
import id.pkh.registry.visit.domain.VisitCodes.Purpose;
import id.pkh.registry.visit.domain.VisitCodes.Toilet;
import id.pkh.registry.visit.domain.VisitCodes.Water;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "HomeVisit", description = "A visit of a family at home.")
public record HomeVisitView(
        UUID visitId,
        UUID kpmId,
        String villageCode,
        LocalDate visitedOn,
        String visitedBy,
        Purpose purpose,
        @Schema(nullable = true, description = "null when nobody was met") HouseView house,
        List<Finding> findings,
        @Schema(nullable = true) String remark,
        @Schema(nullable = true, description = "the data update that names the visit")
                UUID updateId,
        @Schema(nullable = true, description = "the visit that it corrects") UUID supersedes,
        @Schema(nullable = true, description = "the visit that corrects it") UUID supersededBy,
        String recordedBy,
        Instant recordedAt,
        @Schema(
                        nullable = true,
                        description =
                                "where the house is; in a list, and for callers who may not see"
                                        + " it, null")
                PositionView position,
        @Schema(
                        nullable = true,
                        description = "in a list, and for callers who may not see them, null")
                List<PhotoView> photos) {

    @Schema(name = "HomeVisitHouseShown")
    public record HouseView(
            HouseOwnership ownership,
            HeadJob headJob,
            int componentsOnCard,
            Toilet toilet,
            Water water,
            Electricity electricity) {}

    @Schema(name = "HomeVisitPositionShown")
    public record PositionView(BigDecimal latitude, BigDecimal longitude, int accuracyMetres) {}

    @Schema(name = "HomeVisitPhotoShown")
    public record PhotoView(
            PhotoKind kind,
            String reference,
            String sha256,
            Instant takenAt,
            @Schema(description = "number of other families with the same photo: a sign to look at")
                    long otherFamilies) {}
}
