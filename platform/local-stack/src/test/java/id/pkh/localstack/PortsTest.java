package id.pkh.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void noPortIsGivenTwiceEvenWhenNobodyHasBoundIt() {
        Set<Integer> ports = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            assertThat(ports.add(Ports.free())).isTrue();
        }
        assertThat(ports).allMatch(port -> port >= 20_000 && port < 32_000);
    }

    @Test
    void anotherProcessGetsOtherPorts() throws Exception {
        Set<Integer> ours = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            ours.add(Ports.free());
        }
        Process other =
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                PortTaker.class.getName(),
                                String.valueOf(ours.iterator().next()))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(other.getInputStream().readAllBytes());

        assertThat(other.waitFor()).as(said).isZero();
        assertThat(said).contains("taken by another process");
    }

    @Test
    void aPortThatIsBoundIsNotFree() throws IOException {
        try (ServerSocket bound = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(bound.getLocalPort())).isFalse();
        }
    }

    /** Prints whether it could reserve the port. */
    static final class PortTaker {
        public static void main(String[] args) {
            boolean taken = Ports.take(Integer.parseInt(args[0]));
            System.out.println(taken ? "free for everybody" : "taken by another process");
        }
    }
}
