package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a study found in a sub-district, on the packaged services: a facilitator holds no meeting
 * for three months and tells nobody, and another one takes over. Date by date every event,
 * notification and item of work is compared with what the pages of the rules say, and the report of
 * the month with the sheets that were sent.
 */
@Tag("situation")
class SituationScenario {

    @TempDir Path folder;

    @Test
    void noFamilyPaysForItsFacilitatorAndTheSuccessorFindsEverything() {
        try (Year year = new Year(folder, "2026-01-05")) {
            SituationSilence silence = new SituationSilence(year);
            silence.theVillageHasAFacilitatorAndACoordinator();
            silence.twoFamiliesMissASession();
            silence.theFirstMonthWithoutAMeetingConcernsTheFacilitatorOnly();
            silence.theCoordinatorIsNotifiedOfTheSecondMonth();
            silence.theRegencyIsNotifiedOfTheThirdMonth();
            silence.noFamilyIsAtRisk();
            SituationHandOver handOver = new SituationHandOver(year, folder);
            handOver.theHandOverIsItsNotice();
            handOver.casesOpenInTheLastDays();
            handOver.theSuccessorFindsTheOpenCases();
            handOver.theSuccessorMeetsTheGroupAndMakesUpForTheMissedSession();
            handOver.theLostCardIsReplaced();
            handOver.theSchoolChangeIsAccepted();
            handOver.theReportOfTheMonthIsTheSumOfTheSheets();
            handOver.theNextCyclePaysTheNewComponent();

            assertThat(year.differences()).isEmpty();
            assertThat(year.parked()).as("services with parked events").isEmpty();
            assertThat(year.money.unbalanced()).as("cycles that do not balance").isEmpty();
        }
    }
}
