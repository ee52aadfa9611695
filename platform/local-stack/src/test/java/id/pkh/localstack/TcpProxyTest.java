package id.pkh.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpProxyTest {

    private ServerSocket echo;
    private TcpProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread server = new Thread(this::serveEcho);
        server.setDaemon(true);
        server.start();
        proxy = TcpProxy.start(0, echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void forwardsBothWaysToTheLastByte() throws IOException {
        byte[] sent = new byte[1_000_000];
        Arrays.fill(sent, (byte) 7);
        try (Socket client = connect()) {
            Thread writer =
                    new Thread(
                            () -> {
                                try {
                                    client.getOutputStream().write(sent);
                                    client.shutdownOutput();
                                } catch (IOException e) {
                                    throw new IllegalStateException(e);
                                }
                            });
            writer.start();
            assertThat(client.getInputStream().readAllBytes()).isEqualTo(sent);
        }
        await().until(() -> proxy.connections() == 0);
    }

    @Test
    void latencyDelaysEachWay() throws IOException {
        proxy.latency(Duration.ofMillis(100));
        try (Socket client = connect()) {
            long start = System.nanoTime();
            assertThat(roundTrip(client)).isEqualTo(1);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void aBlackholeKeepsTheConnectionAndLosesTheTimeUntilItHeals() throws IOException {
        try (Socket client = connect()) {
            assertThat(roundTrip(client)).isEqualTo(1);
            proxy.blackhole();
            client.setSoTimeout(300);
            assertThatThrownBy(() -> roundTrip(client)).isInstanceOf(SocketTimeoutException.class);

            proxy.heal();
            client.setSoTimeout(5_000);

            assertThat(client.getInputStream().read()).isEqualTo(1);
        }
    }

    @Test
    void aCutResetsWhatIsOpenAndLetsNewConnectionsThrough() throws IOException {
        try (Socket client = connect()) {
            assertThat(roundTrip(client)).isEqualTo(1);
            proxy.cut();
            assertThatThrownBy(() -> roundTrip(client)).isInstanceOf(IOException.class);
        }
        try (Socket client = connect()) {
            assertThat(roundTrip(client)).isEqualTo(1);
        }
    }

    @Test
    void refusalResetsNewConnectionsAsWell() throws IOException {
        proxy.refuse();
        assertThatThrownBy(
                        () -> {
                            try (Socket client = connect()) {
                                roundTrip(client);
                            }
                        })
                .isInstanceOf(IOException.class);

        proxy.heal();

        try (Socket client = connect()) {
            assertThat(roundTrip(client)).isEqualTo(1);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    /** -1 or an exception when the other side is gone. */
    private static int roundTrip(Socket socket) throws IOException {
        socket.getOutputStream().write(1);
        int answer = socket.getInputStream().read();
        if (answer < 0) {
            throw new IOException("closed");
        }
        return answer;
    }

    private void serveEcho() {
        while (!echo.isClosed()) {
            try {
                Socket socket = echo.accept();
                Thread each =
                        new Thread(
                                () -> {
                                    try (socket) {
                                        socket.getInputStream()
                                                .transferTo(socket.getOutputStream());
                                    } catch (IOException e) {
                                        // the test has reset it
                                    }
                                });
                each.setDaemon(true);
                each.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }
}
