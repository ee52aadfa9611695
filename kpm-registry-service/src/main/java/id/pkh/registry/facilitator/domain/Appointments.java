package id.pkh.registry.facilitator.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The appointments of one facilitator, those that were entered wrongly left out.
 *
 * @param isRequired whether a facilitator without any appointment on record may answer for no
 *     village; otherwise the decree is not known yet, and nothing is checked
 */
public record Appointments(List<Appointment> all, boolean isRequired) {

    /** An appointment for a regency or a sub-district. */
    public record Appointment(String areaCode, DutyRange days) {

        boolean isFor(String villageCode, LocalDate day) {
            return villageCode.startsWith(areaCode + ".") && days.contains(day);
        }
    }

    /**
     * Whether the facilitator may answer for a village on all of these days. Of days before the
     * first appointment on record nothing is known.
     */
    public boolean permit(String villageCode, DutyRange days) {
        if (all.stream().noneMatch(one -> one.days().startsByTheEndOf(days))) {
            return !isRequired;
        }
        return unbroken(villageCode, days.from())
                .filter(appointed -> appointed.endsWith(days))
                .isPresent();
    }

    /**
     * The days from a given one on which the facilitator may answer for a village; empty when not
     * even on this one. An appointment that follows on the next day carries them on.
     */
    public Optional<DutyRange> permittedFrom(String villageCode, LocalDate day) {
        if (all.isEmpty()) {
            return isRequired ? Optional.empty() : Optional.of(new DutyRange(day, null));
        }
        return unbroken(villageCode, day);
    }

    private Optional<DutyRange> unbroken(String villageCode, LocalDate from) {
        LocalDate last = null;
        LocalDate next = from;
        while (true) {
            LocalDate day = next;
            Optional<Appointment> covering =
                    all.stream().filter(one -> one.isFor(villageCode, day)).findFirst();
            if (covering.isEmpty()) {
                return Optional.ofNullable(last).map(until -> new DutyRange(from, until));
            }
            last = covering.get().days().until();
            if (last == null) {
                return Optional.of(new DutyRange(from, null));
            }
            next = last.plusDays(1);
        }
    }
}
