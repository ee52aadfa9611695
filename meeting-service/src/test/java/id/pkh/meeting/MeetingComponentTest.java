package id.pkh.meeting;

import id.pkh.meeting.support.Registry;
import id.pkh.meeting.support.Village;
import id.pkh.testsupport.events.PublishedEvents;
import id.pkh.testsupport.time.MovableClock;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** It is 10 June 2026 in a village that no other test uses. */
public abstract class MeetingComponentTest {

    @Inject protected Registry registry;
    @Inject protected PublishedEvents published;
    @Inject protected MovableClock clock;

    protected Village village;
    protected String group;

    @BeforeEach
    void aVillage() {
        clock.setTo("2026-06-10");
        village = Village.another();
        group = village.group(1);
    }
}
