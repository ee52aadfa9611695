package id.pkh.meeting.group.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The days over which a family holds an office of its group.
 *
 * @param lastDay null while open
 */
public record OfficerTerm(
        UUID termId, Office office, UUID kpmId, LocalDate firstDay, LocalDate lastDay) {

    public boolean covers(LocalDate day) {
        return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay));
    }

    /**
     * Who holds an office on a day. A family that left the group holds none from that day on, even
     * if nobody ended its term.
     */
    public static List<OfficerTerm> on(
            Collection<OfficerTerm> terms, Collection<UUID> ofTheGroup, LocalDate day) {
        return terms.stream()
                .filter(term -> term.covers(day) && ofTheGroup.contains(term.kpmId()))
                .toList();
    }

    /**
     * The term with which a new one cannot be: of the same office, or of the same family, on any of
     * its days.
     */
    public static Optional<OfficerTerm> inTheWayOf(
            OfficerTerm wanted, Collection<OfficerTerm> terms) {
        return terms.stream()
                .filter(
                        term ->
                                term.office() == wanted.office()
                                        || term.kpmId().equals(wanted.kpmId()))
                .filter(term -> term.overlaps(wanted))
                .findFirst();
    }

    private boolean overlaps(OfficerTerm other) {
        return (other.lastDay == null || !firstDay.isAfter(other.lastDay))
                && (lastDay == null || !other.firstDay.isAfter(lastDay));
    }
}
