package id.pkh.verification.schoollink.rest;

import id.pkh.verification.schoollink.UseSchoolLink;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The pupils of a school, and what the school sent about them before. */
@Schema(name = "SchoolList")
public record SchoolListView(
        String schoolId,
        String quarter,
        @Schema(description = "Until when days can be sent") Instant closesAt,
        List<PupilView> pupils) {

    /** A pupil, by what a school knows. */
    @Schema(name = "SchoolListPupil")
    public record PupilView(
            UUID memberId,
            @Schema(nullable = true) String caretakerName,
            String component,
            @Schema(nullable = true) YearMonth birthMonth,
            List<DaysView> months) {

        static PupilView of(UseSchoolLink.Listed pupil) {
            return new PupilView(
                    pupil.memberId(),
                    pupil.caretaker(),
                    pupil.component(),
                    pupil.birthMonth(),
                    pupil.days().entrySet().stream()
                            .map(
                                    days ->
                                            new DaysView(
                                                    days.getKey(),
                                                    days.getValue().alpa(),
                                                    days.getValue().izin(),
                                                    days.getValue().sakit(),
                                                    days.getValue().jml()))
                            .toList());
        }
    }

    /** The days of a month, as the school sent them. */
    @Schema(name = "SchoolListDays")
    public record DaysView(YearMonth month, int alpa, int izin, int sakit, int jml) {}

    static SchoolListView of(UseSchoolLink.SchoolList list) {
        return new SchoolListView(
                list.schoolId(),
                list.quarter().text(),
                list.closesAt(),
                list.pupils().stream().map(PupilView::of).toList());
    }
}
