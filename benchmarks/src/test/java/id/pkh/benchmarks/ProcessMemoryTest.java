package id.pkh.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessMemoryTest {

    private static final String STATUS =
            """
            Name:\tjava
            VmPeak:\t 8980000 kB
            VmHWM:\t  317440 kB
            VmRSS:\t  262144 kB
            Threads:\t41
            """;

    @Test
    void memoryIsReadInMegabytes() {
        assertThat(ProcessMemory.parse(STATUS, "VmHWM")).isEqualTo(310);
        assertThat(ProcessMemory.parse(STATUS, "VmRSS")).isEqualTo(256);
    }

    @Test
    void whatIsNotThereIsNotANumber() {
        assertThat(ProcessMemory.parse(STATUS, "VmSwap")).isNaN();
        assertThat(ProcessMemory.peakMb(-1)).isNaN();
    }
}
