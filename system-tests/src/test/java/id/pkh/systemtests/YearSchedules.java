package id.pkh.systemtests;

import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The schedules that do what a day requires. When each of them has ended two runs, the second one
 * began after the day had moved.
 */
final class YearSchedules {

    private static final int RUNS = 2;

    private final List<Schedule> schedules;

    /**
     * A schedule of a service.
     *
     * @param runs the metric that counts its runs
     */
    private record Schedule(String metrics, Pattern runs) {

        private static Schedule of(Stack stack, String service, String type) {
            return new Schedule(
                    stack.service(service).managementAddress() + "/q/metrics",
                    Pattern.compile(
                            "(?m)^scheduled_methods_seconds_count\\{[^}]*class=\"[^\"]*\\."
                                    + type
                                    + "\"[^}]*} (\\S+)$"));
        }

        /** Runs that ended; no metric is there before the first one. */
        long count() {
            Matcher found = runs.matcher(new Web().get(metrics).body());
            return found.find() ? (long) Double.parseDouble(found.group(1)) : 0;
        }
    }

    YearSchedules(Stack stack) {
        this.schedules =
                List.of(
                        Schedule.of(stack, Checkout.MEETING, "CloseOnSchedule"),
                        Schedule.of(stack, Checkout.VERIFICATION, "CloseOnSchedule"),
                        Schedule.of(stack, Checkout.VERIFICATION, "DailyDuties"));
    }

    /** The runs that each schedule will have ended then. */
    List<Long> nextRuns() {
        return schedules.stream().map(schedule -> schedule.count() + RUNS).toList();
    }

    boolean haveEnded(List<Long> runs) {
        for (int i = 0; i < runs.size(); i++) {
            if (schedules.get(i).count() < runs.get(i)) {
                return false;
            }
        }
        return true;
    }
}
