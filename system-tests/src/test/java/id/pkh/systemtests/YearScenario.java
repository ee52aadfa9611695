package id.pkh.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One year of one group, its facilitator and its families on the packaged services, date by date.
 * After each date every event, notification and letter is compared with what the pages of the rules
 * say; at the cycles every payment, and at the end the money of the year.
 *
 * <p>A always fulfils everything. B misses one meeting, and a bank refuses B's money once. C and D
 * miss three meetings and are suspended: C's appeal is upheld, D's is dismissed, and D's suspension
 * ends because D comes again. E's child misses school in three quarters; E is terminated and comes
 * back by an appeal. F's second absence was a mistake of the sheet. G is ill once and is not found
 * at home by a letter. H is a grandmother of whom no health service reports.
 */
@Tag("year")
class YearScenario {

    @TempDir Path folder;

    @Test
    void everyDateOfTheYearHasTheConsequencesThatTheRulesSay() {
        try (Year year = new Year(folder, "2026-01-05")) {
            YearFirstQuarter firstQuarter = new YearFirstQuarter(year);
            firstQuarter.theGroupIsRegistered();
            firstQuarter.someMissTheMeetingOfJanuary();
            firstQuarter.someMissTheNextMeetingAndOneMarkWasWrong();
            firstQuarter.twoMissTheThirdMeeting();
            YearSecondQuarter secondQuarter = new YearSecondQuarter(year);
            secondQuarter.theFirstQuarterIsClosed();
            secondQuarter.twoFamiliesAreSuspended();
            secondQuarter.oneAppealIsUpheldAndOneDismissed();
            secondQuarter.aSuspensionEndsByCompliance();
            secondQuarter.aFloodInMay();
            YearThirdQuarter thirdQuarter = new YearThirdQuarter(year);
            thirdQuarter.theSecondQuarterIsClosed();
            thirdQuarter.theFacilitatorHoldsNoMeetings();
            thirdQuarter.theVillageIsHandedOver();
            YearFourthQuarter fourthQuarter = new YearFourthQuarter(year);
            fourthQuarter.aTerminationIsLiftedOnAppeal();
            fourthQuarter.theYearEnds();

            assertThat(year.differences()).isEmpty();
            assertThat(year.parked()).as("services with parked events").isEmpty();
            assertThat(year.money.unbalanced()).as("cycles that do not balance").isEmpty();
        }
    }
}
