package id.pkh.meeting.calendar;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.Status;
import id.pkh.meeting.calendar.CalendarItems.Item;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;

/**
 * Writes a calendar as iCalendar (RFC 5545). Anyone who has the address reads it, so it says
 * nothing about a person: no family, no purpose of a visit, and no place, because the usual place
 * of a group is the house of its chair. Hours are those of the village, in no zone: the country has
 * three, and a facilitator's calendar is read where the facilitator is.
 */
final class CalendarText {

    private static final String PRODUCT = "-//PKH//Rencana pendamping//ID";

    private CalendarText() {}

    static String of(List<Item> items) {
        ICalendar calendar = new ICalendar();
        calendar.setVersion(ICalVersion.V2_0);
        calendar.setProductId(PRODUCT);
        calendar.addName("Rencana PKH");
        items.forEach(item -> calendar.addEvent(event(calendar, item)));
        return Biweekly.write(calendar).go();
    }

    private static VEvent event(ICalendar calendar, Item item) {
        VEvent event = new VEvent();
        event.setUid(item.id() + "@plan.pkh");
        event.setSequence(item.version() - 1);
        // of the version, so that the same plan has the same bytes
        event.setDateTimeStamp(Date.from(item.changedAt()));
        event.setLastModified(Date.from(item.changedAt()));
        event.setSummary(titleOf(item));
        if (item.sessionTitle() != null) {
            event.setDescription(item.moduleTitle() + ": " + item.sessionTitle());
        }
        LocalDateTime start = item.plannedFor().atTime(item.startsAt());
        DateStart from = new DateStart(wallClock(start), true);
        DateEnd until = new DateEnd(wallClock(start.plusHours(item.hoursEach())), true);
        event.setDateStart(from);
        event.setDateEnd(until);
        calendar.getTimezoneInfo().setFloating(from, true);
        calendar.getTimezoneInfo().setFloating(until, true);
        event.setStatus(item.cancelled() ? Status.cancelled() : Status.confirmed());
        return event;
    }

    /** The library writes a floating hour in the zone of the process. */
    private static Date wallClock(LocalDateTime time) {
        return Date.from(time.atZone(ZoneId.systemDefault()).toInstant());
    }

    private static String titleOf(Item item) {
        return switch (item.kind()) {
            case "GROUP_MEETING" -> "Pertemuan kelompok " + item.groupCode();
            case "P2K2" -> "P2K2 kelompok " + item.groupCode();
            case "WITHDRAWAL_DAY" -> "Pencairan kelompok " + item.groupCode();
            case "SCHOOL_VISIT" -> "Kunjungan sekolah, NPSN " + item.schoolId();
            case "CLINIC_VISIT" ->
                    item.clinicCode() == null
                            ? "Kunjungan fasilitas kesehatan, desa " + item.villageCode()
                            : "Kunjungan fasilitas kesehatan " + item.clinicCode();
            case "HOME_VISIT" -> "Kunjungan rumah, desa " + item.villageCode();
            case "REPORT_DAY" -> "Laporan bulanan";
            default -> throw new IllegalStateException(item.kind());
        };
    }
}
