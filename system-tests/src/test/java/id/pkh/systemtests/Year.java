package id.pkh.systemtests;

import id.pkh.client.platform.OperationsApi;
import id.pkh.client.platform.model.Job;
import id.pkh.client.platform.model.JobPage;
import id.pkh.district.story.Cast;
import id.pkh.district.story.Stage;
import id.pkh.district.story.StoryConfig;
import id.pkh.launcher.stack.Checkout;
import id.pkh.launcher.stack.Stack;
import id.pkh.launcher.stack.StackPlan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One group's year on the packaged services, date by date. A date begins when the services have
 * done what it requires, and an act of a person ends when nothing follows from it any more.
 */
final class Year implements AutoCloseable {

    private final Stack stack;
    private final Stage stage;
    private final YearSchedules schedules;
    private final List<String> differences = new ArrayList<>();

    final YearVillage village;
    final YearGroup group;
    final YearSchool school;
    final YearOffice office;
    final YearLetters letters;
    final YearMessages messages;
    final YearMoney money;
    final YearEvents events;
    final Cast cast;

    Year(Path folder, String firstDay) {
        StackPlan plan =
                StackPlan.fresh(
                                folder.resolve("stack"),
                                new Checkout(Tree.ROOT)
                                        .builtServices().stream()
                                                .filter(service -> !service.watches())
                                                .toList())
                        .forTests()
                        .runningFromCopies()
                        .onMovableDay(LocalDate.parse(firstDay));
        village = new YearVillage(folder);
        stack = Stack.start(plan, System.out::println);
        cast =
                new Cast(
                        stack::token,
                        village.villagesOfFacilitator(),
                        village.facilitatorOfVillage());
        stage =
                new Stage(
                        new StoryConfig(
                                stack.addresses(),
                                stack::token,
                                folder,
                                stack.kafka().bootstrapServers()),
                        cast);
        schedules = new YearSchedules(stack);
        group = new YearGroup(stage, cast, village);
        school = new YearSchool(stage, cast, village);
        office = new YearOffice(stage, cast, village);
        letters = new YearLetters(stage, cast, village);
        messages = new YearMessages(stage, cast, village);
        money = new YearMoney(stage, cast, village);
        events = new YearEvents(stack.kafka().bootstrapServers(), village);
    }

    Stage stage() {
        return stage;
    }

    /** The services come to this day, and do what it requires. */
    YearDay on(String date) {
        System.out.println(date);
        stack.moveTo(LocalDate.parse(date));
        settle(date, this::schedulesHaveRun);
        return new YearDay(this, date);
    }

    /**
     * Nothing follows any more from what people did. What a schedule would still do because of it
     * is in no list of this day, and therefore too much in that of the next one.
     */
    void settle(String date) {
        settle(date, day -> {});
    }

    /**
     * Waits until no job is unfinished and every event is published and applied; and all of it once
     * more if something was published meanwhile.
     */
    private void settle(String date, Consumer<String> first) {
        long before;
        do {
            before = stage.published();
            first.accept(date);
            stage.await("the jobs of " + date, this::noJobIsUnfinished);
            stage.awaitQuiet(date);
        } while (stage.published() != before);
    }

    private void schedulesHaveRun(String date) {
        List<Long> runs = schedules.nextRuns();
        stage.await("the schedules of " + date, () -> schedules.haveEnded(runs));
    }

    private boolean noJobIsUnfinished() {
        boolean[] unfinished = new boolean[1];
        for (String service : Stage.SERVICES) {
            stage.service(service, cast.operator())
                    .each(
                            OperationsApi::new,
                            (operations, after) ->
                                    operations.listJobs(after, null, Stage.PAGE, null),
                            JobPage::getItems,
                            JobPage::getNext,
                            job -> unfinished[0] |= job.getState() != Job.StateEnum.DONE);
        }
        return !unfinished[0];
    }

    void compare(String what, String expected, List<String> found) {
        List<String> wanted = expected.lines().filter(line -> !line.isBlank()).sorted().toList();
        if (!wanted.equals(found)) {
            List<String> missing = new ArrayList<>(wanted);
            missing.removeAll(found);
            List<String> more = new ArrayList<>(found);
            more.removeAll(wanted);
            differs(what + ": missing " + missing + ", more " + more);
        }
    }

    void differs(String difference) {
        System.out.println(difference);
        differences.add(difference);
    }

    /** All of them are shown together, because each run takes minutes. */
    List<String> differences() {
        return differences;
    }

    List<String> parked() {
        return Stage.SERVICES.stream().filter(service -> stage.parked(service) > 0).toList();
    }

    @Override
    public void close() {
        events.close();
        money.close();
        stage.close();
        stack.close();
    }
}
