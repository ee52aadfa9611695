package id.pkh.registry.finding;

import id.pkh.platform.security.AreaScope;
import id.pkh.platform.web.FreeText;
import id.pkh.platform.web.Refused;
import id.pkh.registry.finding.domain.BirthLikeness;
import id.pkh.registry.finding.domain.PlaceLikeness;
import id.pkh.registry.identity.domain.PersonName;
import id.pkh.registry.intake.RequestErrors;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "PersonSearchRequest",
        description =
                "A name with a birth date, with an area, or with both; and why it is searched.")
record SearchRequest(
        @NotNull
                @FreeText
                @NotBlank
                @Size(max = 100)
                @Schema(description = "as it is written; titles and initials do not count")
                String name,
        @Schema(description = "also finds day and month exchanged, and a year earlier or later")
                LocalDate birthDate,
        @Min(1900) @Max(2199) @Schema(description = "instead of a birth date, with an area")
                Integer birthYear,
        @FreeText
                @Size(max = 13)
                @Schema(description = "village or sub-district", examples = "17.71.08.1001")
                String areaCode,
        @Schema(required = true, description = "is logged with the search") String purpose) {

    private static final int SUB_DISTRICT_CHARS = 8;

    /** The name that is looked for; refuses what would select everybody. */
    PersonName readName() {
        PersonName read = PersonName.of(name);
        if (!read.isSearchable()) {
            throw RequestErrors.refused(
                    "SEARCH_NAME_TOO_SHORT", "name", "a part of at least three letters");
        }
        if (birthDate == null && areaCode == null) {
            throw Refused.because("SEARCH_TOO_WIDE");
        }
        if (areaCode != null
                && (!AreaScope.isAreaCode(areaCode) || areaCode.length() < SUB_DISTRICT_CHARS)) {
            throw RequestErrors.refused(
                    "SEARCH_AREA_INVALID", "area_code", "code of a village or sub-district");
        }
        if (birthDate != null && birthYear != null) {
            throw RequestErrors.refused(
                    "SEARCH_BIRTH_TWICE", "birth_year", "the birth date or its year");
        }
        return read;
    }

    Collection<LocalDate> days() {
        return birthDate == null ? Set.of() : BirthLikeness.daysNear(birthDate);
    }

    Collection<String> places() {
        return areaCode == null ? List.of() : List.of(areaCode);
    }

    BirthLikeness birthOf(LocalDate recorded) {
        if (birthDate != null) {
            return BirthLikeness.of(birthDate, recorded);
        }
        return birthYear == null
                ? BirthLikeness.NOT_ASKED
                : BirthLikeness.ofYear(birthYear, recorded);
    }

    PlaceLikeness placeOf(String villageCode) {
        return areaCode == null ? PlaceLikeness.NOT_ASKED : PlaceLikeness.of(areaCode, villageCode);
    }
}
