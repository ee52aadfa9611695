package id.pkh.systemtests;

import id.pkh.client.RefusedCall;

/**
 * A day of the year: what people do on it, and what the four services have done by its end. Each
 * list is the whole list, and nothing may be missing from it.
 */
final class YearDay {

    private final Year year;
    private final String date;

    YearDay(Year year, String date) {
        this.year = year;
        this.date = date;
    }

    /** Something that people do on this day. */
    YearDay does(Runnable acts) {
        try {
            acts.run();
        } catch (RefusedCall refused) {
            year.differs(date + " acts: " + refused.getMessage());
        }
        year.settle(date);
        return this;
    }

    /** What was published since the day before this one. */
    YearDay events(String expected) {
        year.compare(date + " events", expected, year.events.sinceTheLastLook());
        return this;
    }

    /** Who is notified of what since the day before this one. */
    YearDay notifications(String expected) {
        year.compare(date + " notifications", expected, year.messages.sinceTheLastLook());
        return this;
    }

    /** The letters that wait for their delivery at the end of the day. */
    YearDay letters(String expected) {
        year.compare(date + " letters", expected, year.letters.waiting());
        return this;
    }

    YearDay payments(String cycle, String expected) {
        year.compare(date + " payments of " + cycle, expected, year.money.payments(cycle));
        return this;
    }

    YearDay liftProposals(String expected) {
        year.compare(date + " lift proposals", expected, year.office.liftProposals());
        return this;
    }
}
