package id.pkh.registry;

import static org.assertj.core.api.Assertions.assertThat;

import id.pkh.platform.web.ClassArchive;
import org.junit.jupiter.api.Test;

/** The list of what a start loads goes stale with new versions of the libraries; this says when. */
class ClassArchiveTest {

    @Test
    void nearlyEveryClassOfTheListIsThere() {
        assertThat(ClassArchive.names()).hasSizeGreaterThan(1_000);
        assertThat(ClassArchive.missing())
                .as("list the classes of a start anew, see docs/adr/0016-class-archive.md")
                .hasSizeLessThan(ClassArchive.names().size() / 20);
    }
}
