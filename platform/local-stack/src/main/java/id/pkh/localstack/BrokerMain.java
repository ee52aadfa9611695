package id.pkh.localstack;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The broker's own process: formats the storage when it is new, then runs Kafka. */
public final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] args) throws IOException {
        String config = args[0];
        if (!isFormatted(config)) {
            String clusterId = Uuid.randomUuid().toString();
            int exitCode =
                    StorageTool.execute(
                            new String[] {"format", "--cluster-id", clusterId, "--config", config},
                            System.out);
            if (exitCode != 0) {
                System.exit(exitCode);
            }
        }
        Kafka.main(new String[] {config});
    }

    private static boolean isFormatted(String config) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = new FileInputStream(config)) {
            properties.load(in);
        }
        return new File(properties.getProperty("log.dirs"), "meta.properties").exists();
    }
}
