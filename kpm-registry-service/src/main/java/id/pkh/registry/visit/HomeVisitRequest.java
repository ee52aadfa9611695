package id.pkh.registry.visit;

import id.pkh.platform.web.FreeText;
import id.pkh.registry.dataupdate.DataUpdateRequests.ChangeEntry;
import id.pkh.registry.visit.domain.House;
import id.pkh.registry.visit.domain.Position;
import id.pkh.registry.visit.domain.VisitCodes.Electricity;
import id.pkh.registry.visit.domain.VisitCodes.Finding;
import id.pkh.registry.visit.domain.VisitCodes.HeadJob;
import id.pkh.registry.visit.domain.VisitCodes.HouseOwnership;
import id.pkh.registry.visit.domain.VisitCodes.PhotoKind;
import id.pkh.registry.visit.domain.VisitCodes.Purpose;
import id.pkh.registry.visit.domain.VisitCodes.Toilet;
import id.pkh.registry.visit.domain.VisitCodes.Water;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "HomeVisitReport", description = "What a visit of a family saw and found.")
public record HomeVisitRequest(
        @NotNull UUID kpmId,
        @NotNull @Schema(description = "not in the future") LocalDate visitedOn,
        @NotNull Purpose purpose,
        @Valid @Schema(description = "may be left out only when nobody was met") HouseEntry house,
        @Valid @Schema(description = "leave out when the device knows none") PositionEntry position,
        @Size(max = 12) List<@NotNull @Valid PhotoEntry> photos,
        @NotNull @Size(min = 1, max = 10) Set<@NotNull Finding> findings,
        @FreeText @Size(min = 1, max = 1000) String remark,
        @Size(min = 1, max = 20)
                @Schema(description = "what the visit found becomes a data update that names it")
                List<@NotNull @Valid ChangeEntry> changes) {

    private static final House NOT_SEEN = new House(null, null, null, null, null, null);

    @Schema(name = "HomeVisitHouse", description = "How the family lives.")
    public record HouseEntry(
            @NotNull HouseOwnership ownership,
            @NotNull HeadJob headJob,
            @NotNull
                    @Min(0)
                    @Max(20)
                    @Schema(description = "number of components on the family card")
                    Integer componentsOnCard,
            @NotNull Toilet toilet,
            @NotNull Water water,
            @NotNull Electricity electricity) {}

    @Schema(name = "HomeVisitPosition", description = "Where the house is, as the device says.")
    public record PositionEntry(
            @NotNull @DecimalMin("-90") @DecimalMax("90") @Digits(integer = 2, fraction = 7)
                    BigDecimal latitude,
            @NotNull @DecimalMin("-180") @DecimalMax("180") @Digits(integer = 3, fraction = 7)
                    BigDecimal longitude,
            @NotNull @Min(0) @Max(5000) Integer accuracyMetres) {

        Position position() {
            return new Position(latitude, longitude, accuracyMetres);
        }
    }

    @Schema(name = "HomeVisitPhoto", description = "Where a photo is kept; never the photo.")
    public record PhotoEntry(
            @NotNull PhotoKind kind,
            @FreeText @NotBlank @Size(max = 200) String reference,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256,
            @NotNull Instant takenAt) {}

    House readHouse() {
        return house == null
                ? NOT_SEEN
                : new House(
                        house.ownership(),
                        house.headJob(),
                        house.componentsOnCard(),
                        house.toilet(),
                        house.water(),
                        house.electricity());
    }

    Position readPosition() {
        return position == null ? null : position.position();
    }
}
