package id.pkh.meeting.plan.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the next hour at which a facilitator is free. Groups of one facilitator have the same day
 * by the policy, so they follow each other: the hours of a day first, then the next day that is no
 * Sunday, up to the end of the period. If everything behind the wanted day is taken, the days
 * before it are used.
 *
 * @param firstHour of a day
 * @param hoursEach how long something takes
 * @param aDay how many fit into a day
 */
public record FreeSlots(int firstHour, int hoursEach, int aDay) {

    /**
     * @param earliest nothing is planned before it
     * @param last of the period
     */
    public Optional<Slot> next(
            LocalDate wanted, LocalDate earliest, LocalDate last, Set<Slot> taken) {
        LocalDate from = wanted.isBefore(earliest) ? earliest : wanted;
        Optional<Slot> behind = between(from, last, taken);
        return behind.isPresent() ? behind : between(earliest, from.minusDays(1), taken);
    }

    private Optional<Slot> between(LocalDate first, LocalDate last, Set<Slot> taken) {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (int i = 0; i < aDay && day.getDayOfWeek() != DayOfWeek.SUNDAY; i++) {
                Slot slot = new Slot(day, LocalTime.of(firstHour + i * hoursEach, 0));
                if (!taken.contains(slot)) {
                    return Optional.of(slot);
                }
            }
        }
        return Optional.empty();
    }
}
