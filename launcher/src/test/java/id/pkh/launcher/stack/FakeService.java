package id.pkh.launcher.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes the place of a service: it is ready at once, or ends with a reason in its log. */
public final class FakeService {

    private FakeService() {}

    static ServiceSpec named(String name, int port, String... arguments) {
        String location =
                FakeService.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        List<String> program = new ArrayList<>();
        program.addAll(List.of("-cp", location, FakeService.class.getName()));
        program.addAll(List.of(arguments));
        return new ServiceSpec(name, port, Path.of(location), program);
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0) {
            System.out.println("cannot start: " + arguments[0]);
            System.exit(3);
        }
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(
                "/environment",
                exchange -> {
                    StringBuilder all = new StringBuilder();
                    System.getenv()
                            .forEach((k, v) -> all.append(k).append('=').append(v).append('\n'));
                    byte[] body = all.toString().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        int managementPort = Integer.parseInt(System.getenv("QUARKUS_MANAGEMENT_PORT"));
        HttpServer management =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), managementPort), 0);
        management.createContext(
                "/q/health/ready",
                exchange -> {
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        management.start();
        System.out.println("listening on " + port);
    }
}
