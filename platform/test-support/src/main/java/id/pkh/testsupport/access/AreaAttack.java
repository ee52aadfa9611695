package id.pkh.testsupport.access;

import id.pkh.testsupport.description.DescribedOperation;
import id.pkh.testsupport.description.contract.ExampleCall;
import id.pkh.testsupport.rest.Caller;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.awaitility.Awaitility;

/**
 * Calls operations with the areas of their example, with another sub-district, and without areas.
 * The entitled call must succeed: where it shows nothing, nothing is proven about the others.
 */
final class AreaAttack {

    /** Says what would happen, and changes nothing. */
    private static final String TRIAL = "/trial";

    /** The receipt and the refused rows of a file are recorded for every sender. */
    private static final Set<String> RECEIPTS = Set.of("received_file", "received_file_row");

    /** What a system was refused within a minute is logged at any time. */
    private static final String LOG_OF_SYSTEMS = "client_activity";

    /** Whoever looks for a record is logged, also where nothing is found, and so is each system. */
    private static final Set<String> LOGGED_ANYWAY = Set.of("look_up", LOG_OF_SYSTEMS);

    private static final Duration AT_REST = Duration.ofSeconds(20);

    private final ExampleCall calls;
    private final StoredRecords records;
    private final CallersOfAreas callers;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, String> unproven = new TreeMap<>();
    private int requests;

    /** The records after the last attack; null when an example has changed them since. */
    private Map<String, String> afterAttack;

    AreaAttack(ExampleCall calls, StoredRecords records) {
        this.calls = calls;
        this.records = records;
        this.callers = new CallersOfAreas(calls);
    }

    /** What callers saw or changed outside their areas. */
    List<String> faults() {
        return faults;
    }

    /** Operations whose example did not succeed or showed nothing, and what it answered. */
    Map<String, String> unproven() {
        return unproven;
    }

    int requests() {
        return requests;
    }

    /**
     * Attacks one operation, and sends its example.
     *
     * @param caller who sends the example, with all areas
     */
    void at(DescribedOperation operation, AccessRow row, Caller caller) {
        boolean reads = operation.method().equals("get");
        Caller entitled =
                switch (row.areas()) {
                    case LIST, RECORD, ROWS -> caller.inAreas(callers.own());
                    case NONE -> caller.inAreas();
                    case ALL, CONTENT -> caller;
                };
        if (reads) {
            Request asShown = showing(operation, row, entitled);
            Answer shown = entitledAnswer(operation, row, asShown, entitled);
            attack(operation, row, asShown, shown);
            everyRoleOfTheArea(operation, row, asShown);
        } else {
            Request example = each -> example(operation, row, each);
            if (row.areas() != AreaRule.NONE) {
                attack(operation, row, example, null);
            }
            afterAttack = null;
            Map<String, String> before = records.fingerprints();
            entitledAnswer(operation, row, each -> example(operation, each), entitled);
            boolean isTrial = AccessTable.nameOf(operation).endsWith(TRIAL);
            Set<String> changed = differences(before, records.fingerprints());
            if (isTrial) {
                changed.remove(LOG_OF_SYSTEMS);
            }
            if (changed.isEmpty() != isTrial) {
                unproven.putIfAbsent(
                        AccessTable.nameOf(operation),
                        isTrial ? "the trial changes something" : "the example changes nothing");
            }
        }
    }

    /** A role that may read is not refused in the area of the record. */
    private void everyRoleOfTheArea(DescribedOperation operation, AccessRow row, Request request) {
        for (String role : row.ofSender() ? List.<String>of() : row.rolesWithAreas()) {
            Answer answer = request.by(callers.inside(row, role));
            if (!operation.successes().contains(answer.status())) {
                faults.add(
                        "%s, %s of the area: %s"
                                .formatted(AccessTable.nameOf(operation), role, answer));
            }
        }
    }

    /** A request that several callers send. */
    private interface Request {
        Answer by(Caller caller);
    }

    /** The example, or the operation without its filters where the example shows nothing. */
    private Request showing(DescribedOperation operation, AccessRow row, Caller entitled) {
        Request filtered = caller -> example(operation, caller);
        Request unfiltered = caller -> unfiltered(operation, caller);
        return showsNothing(row, filtered.by(entitled)) && unfiltered.by(entitled).isSuccess()
                ? unfiltered
                : filtered;
    }

    private void attack(
            DescribedOperation operation, AccessRow row, Request request, Answer shown) {
        Map<String, String> before = atRest();
        callers.outside(row, operation.method().equals("get"))
                .forEach(
                        (who, outsider) -> {
                            if (isPlainList(operation, row)) {
                                judge(operation, row, who, example(operation, outsider), shown);
                                judge(operation, row, who, unfiltered(operation, outsider), shown);
                            } else {
                                judge(operation, row, who, request.by(outsider), shown);
                            }
                        });
        afterAttack = records.fingerprints();
        Set<String> changed = differences(before, afterAttack);
        changed.removeAll(LOGGED_ANYWAY);
        if (row.areas() == AreaRule.ROWS) {
            changed.removeAll(RECEIPTS);
        }
        if (!changed.isEmpty()) {
            faults.add("%s changed %s".formatted(AccessTable.nameOf(operation), changed));
        }
    }

    private void judge(
            DescribedOperation operation, AccessRow row, String who, Answer answer, Answer shown) {
        boolean isClerk = who.endsWith(" bank");
        if (answer.isWrong()
                || (isClerk
                        ? !answer.isRefused() && !answer.isEmptyList()
                        : !isWithinAreas(row, answer, shown))) {
            faults.add("%s, %s: %s".formatted(AccessTable.nameOf(operation), who, answer));
        }
    }

    /** Each file has other bytes, because the same bytes are applied once. */
    private Answer example(DescribedOperation operation, AccessRow row, Caller outsider) {
        requests++;
        String behind = row.areas() == AreaRule.ROWS ? " ".repeat(requests) + "\n" : "";
        return Answer.to(() -> calls.answer(operation, outsider, behind));
    }

    private Answer example(DescribedOperation operation, Caller caller) {
        requests++;
        return Answer.to(() -> calls.answer(operation, caller));
    }

    private Answer unfiltered(DescribedOperation operation, Caller caller) {
        requests++;
        return Answer.to(() -> calls.unfiltered(operation, caller));
    }

    /** A filter can hide that a list shows too much, and its absence as well. */
    private static boolean isPlainList(DescribedOperation operation, AccessRow row) {
        return row.areas() == AreaRule.LIST && operation.method().equals("get");
    }

    private static boolean isWithinAreas(AccessRow row, Answer answer, Answer shown) {
        return switch (row.areas()) {
            case LIST ->
                    answer.isRefused()
                            || (answer.isList()
                                    ? answer.isSuccess() && answer.isEmptyList()
                                    : answer.isSuccess() && !answer.equals(shown));
            case RECORD -> answer.isRefused();
            case ROWS -> answer.status() > 0 && answer.appliedRows() == 0;
            case ALL -> answer.isRefusedWith(403, "AREAS_");
            case CONTENT -> answer.isSuccess() && (shown.isEmptyList() || !answer.equals(shown));
            case NONE -> answer.isSuccess();
        };
    }

    private Answer entitledAnswer(
            DescribedOperation operation, AccessRow row, Request request, Caller entitled) {
        Answer answer = request.by(entitled);
        if (!operation.successes().contains(answer.status()) || showsNothing(row, answer)) {
            unproven.put(AccessTable.nameOf(operation), answer.toString());
        }
        return answer;
    }

    private static boolean showsNothing(AccessRow row, Answer answer) {
        return switch (row.areas()) {
            case LIST, CONTENT -> answer.isEmptyList();
            case ROWS -> answer.refusesRows();
            case RECORD, ALL, NONE -> false;
        };
    }

    /**
     * The records when what earlier requests caused has ended. They were at rest before the last
     * attack, so they still are when no example has changed them since and they are the same.
     */
    private Map<String, String> atRest() {
        List<Map<String, String>> seen = new ArrayList<>();
        seen.add(records.fingerprints());
        if (seen.get(0).equals(afterAttack)) {
            return afterAttack;
        }
        Awaitility.await()
                .pollInterval(Duration.ofMillis(50))
                .atMost(AT_REST)
                .until(
                        () -> {
                            seen.add(records.fingerprints());
                            return records.areAtRest()
                                    && seen.get(seen.size() - 1).equals(seen.get(seen.size() - 2));
                        });
        return seen.get(seen.size() - 1);
    }

    static Set<String> differences(Map<String, String> before, Map<String, String> after) {
        Set<String> changed = new TreeSet<>(after.keySet());
        changed.removeIf(table -> after.get(table).equals(before.get(table)));
        return changed;
    }
}
