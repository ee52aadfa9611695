package id.pkh.meeting.support;

import id.pkh.localstack.ChildProcess;
import id.pkh.localstack.Ports;
import id.pkh.localstack.Waiting;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * S3Proxy as a process, in place of the folder: it checks signatures and keeps objects as files.
 */
public final class ObjectStore implements QuarkusTestResourceLifecycleManager {

    /** A bucket is a folder of the store. */
    public static final String BUCKET = "photos";

    private static final Path JAR = Path.of("target", "s3proxy", "s3proxy.jar");
    private static final String ACCESS = "pkh-meeting";
    private static final String SECRET = "only-for-this-test";

    private ChildProcess process;

    @Override
    public Map<String, String> start() {
        int port = Ports.free();
        String endpoint = "http://127.0.0.1:" + port;
        try {
            Path home = Files.createTempDirectory(JAR.getParent(), "store").toAbsolutePath();
            Files.createDirectory(home.resolve(BUCKET));
            Path settings =
                    Files.writeString(
                            home.resolve("s3proxy.conf"),
                            """
                            s3proxy.authorization=aws-v2-or-v4
                            s3proxy.endpoint=%s
                            s3proxy.identity=%s
                            s3proxy.credential=%s
                            jclouds.provider=filesystem-nio2
                            jclouds.identity=any
                            jclouds.credential=any
                            jclouds.filesystem.basedir=%s
                            """
                                    .formatted(endpoint, ACCESS, SECRET, home));
            process =
                    ChildProcess.start(
                            new ChildProcess.Plan(
                                    "s3proxy",
                                    List.of(
                                            Path.of(System.getProperty("java.home"), "bin", "java")
                                                    .toString(),
                                            "-Xmx128m",
                                            "-jar",
                                            JAR.toAbsolutePath().toString(),
                                            "--properties",
                                            settings.toString()),
                                    home.resolve("s3proxy.log"),
                                    home.resolve("s3proxy.pid"),
                                    settings.toString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (!Waiting.until(
                Duration.ofSeconds(60), Duration.ofMillis(100), () -> Ports.answers(port))) {
            throw new IllegalStateException("no object store; see " + process.log());
        }
        return Map.of(
                "pkh.meeting.photo.folder", "",
                "pkh.meeting.photo.s3.endpoint", endpoint,
                "pkh.meeting.photo.s3.bucket", BUCKET,
                "pkh.meeting.photo.s3.access.key", ACCESS,
                "pkh.meeting.photo.s3.secret.key", SECRET);
    }

    @Override
    public void stop() {
        if (process != null) {
            process.stop(Duration.ofSeconds(10));
        }
    }
}
