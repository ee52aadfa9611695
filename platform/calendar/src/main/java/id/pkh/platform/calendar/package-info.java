/**
 * Periods that are closed on a schedule. A service describes its periods with a {@link
 * id.pkh.platform.calendar.CalendarPeriods}: how long they are, and how one is closed. When they
 * are closed is a policy that two people enter. A closing by hand remains possible, and uses the
 * same code of the service.
 */
package id.pkh.platform.calendar;
