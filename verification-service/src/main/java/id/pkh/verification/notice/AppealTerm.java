package id.pkh.verification.notice;

import java.time.LocalDate;

/**
 * Until when a family can appeal.
 *
 * @param lastDay null as long as its notice was not delivered: then the days begin with the
 *     delivery
 */
public record AppealTerm(LocalDate lastDay, int days) {

    public static AppealTerm from(LocalDate delivered, int days) {
        return new AppealTerm(delivered == null ? null : delivered.plusDays(days), days);
    }

    boolean isOverOn(LocalDate today) {
        return lastDay != null && today.isAfter(lastDay);
    }
}
