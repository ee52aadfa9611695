package id.pkh.meeting.group;

import id.pkh.meeting.group.domain.Office;
import id.pkh.meeting.group.domain.OfficerTerm;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The officers of a group on a day, and every term that is on record.
 *
 * @param officers terms of families that were in the group on that day
 */
public record OfficersView(
        UUID groupId, String groupCode, LocalDate on, List<Term> officers, List<Term> terms) {

    /** A term. */
    @Schema(name = "OfficerTerm")
    public record Term(
            UUID termId,
            Office office,
            UUID kpmId,
            LocalDate firstDay,
            @Schema(nullable = true) LocalDate lastDay) {

        static Term of(OfficerTerm term) {
            return new Term(
                    term.termId(), term.office(), term.kpmId(), term.firstDay(), term.lastDay());
        }
    }
}
