package id.pkh.platform.clients;

import id.pkh.platform.clients.BulkReads.AskedBy;
import id.pkh.platform.web.PageParams;
import java.time.Clock;

/**
 * One read that was admitted. A file is read in many parts, and each is logged before it is sent.
 */
public final class BulkRead {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final ActivityLog log;
    private final ActivityEntry each;
    private final Clock clock;
    private final Runnable onFirst;
    private boolean hasAnswered;

    BulkRead(ActivityLog log, ActivityEntry each, Clock clock, Runnable onFirst) {
        this.log = log;
        this.each = each;
        this.clock = clock;
        this.onFirst = onFirst;
    }

    /** Logs what is about to be answered. Each started 500 families are one page of the day. */
    public void answers(int families) {
        int pages = Math.max(1, pagesOf(families));
        log.add(
                new ActivityEntry(
                        each.client(),
                        each.operation(),
                        each.purpose(),
                        each.areaCode(),
                        each.askedBy(),
                        families,
                        pages,
                        families == 0 && isOfOneFamily() ? NOT_FOUND : OK,
                        null,
                        clock.instant()));
        // the later parts of a file are read when the request has ended
        if (!hasAnswered) {
            hasAnswered = true;
            onFirst.run();
        }
    }

    private boolean isOfOneFamily() {
        return AskedBy.FAMILY.name().equals(each.askedBy());
    }

    static int pagesOf(int families) {
        return (families + PageParams.MAX_LIMIT_ITEMS - 1) / PageParams.MAX_LIMIT_ITEMS;
    }
}
