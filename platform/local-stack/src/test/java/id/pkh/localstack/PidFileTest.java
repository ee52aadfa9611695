package id.pkh.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {

    @TempDir Path directory;

    @Test
    void endsWhatAnEarlierRunLeft() throws IOException, InterruptedException {
        Process left = new ProcessBuilder("sleep", "614").start();
        PidFile.write(directory.resolve("meeting.pid"), left.pid(), "sleep 614");

        assertThat(PidFile.endLeftBehind(directory)).containsExactly("meeting");

        left.waitFor();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void leavesAProcessAloneThatOnlyHasTheSameNumber() throws IOException {
        long us = ProcessHandle.current().pid();
        PidFile.write(directory.resolve("meeting.pid"), us, "-jar meeting-service");

        assertThat(PidFile.endLeftBehind(directory)).isEmpty();

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void forgetsProcessesThatAreGone() throws IOException, InterruptedException {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        PidFile.write(directory.resolve("meeting.pid"), gone.pid(), "true");

        assertThat(PidFile.endLeftBehind(directory)).isEmpty();

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aHalfWrittenFileIsNobody() throws IOException {
        Files.writeString(directory.resolve("meeting.pid"), "12");

        assertThat(PidFile.read(directory.resolve("meeting.pid"))).isEmpty();
        assertThat(PidFile.endLeftBehind(directory)).isEmpty();
    }

    @Test
    void thereIsNothingToEndWhereNothingRan() {
        assertThat(PidFile.endLeftBehind(directory.resolve("none"))).isEmpty();
    }
}
