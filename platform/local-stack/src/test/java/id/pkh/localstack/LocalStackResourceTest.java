package id.pkh.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalStackResourceTest {

    @Test
    void givesAnApplicationAllItNeedsToStart() throws Exception {
        LocalStackResource resource = new LocalStackResource();
        resource.init(Map.of("database", "sample"));

        Map<String, String> configuration = resource.start();

        try (var connection =
                DriverManager.getConnection(
                        configuration.get("quarkus.datasource.jdbc.url"),
                        configuration.get("quarkus.datasource.username"),
                        configuration.get("quarkus.datasource.password"))) {
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThat(configuration.get("kafka.bootstrap.servers"))
                .isEqualTo(LocalStackResource.kafka().bootstrapServers());
        assertThat(configuration)
                .containsKeys(
                        "mp.jwt.verify.publickey",
                        "mp.jwt.verify.issuer",
                        "pkh.security.nik-token.key.base64",
                        "pkh.security.field-cipher.keyset.base64");
    }

    @Test
    void startsOneBrokerAndOneDatabaseServerHoweverOftenItIsAsked() {
        new LocalStackResource().start();
        long broker = LocalStackResource.kafka().pid();
        long server = LocalStackResource.postgres().pid();

        new LocalStackResource().start();

        assertThat(LocalStackResource.kafka().pid()).isEqualTo(broker);
        assertThat(LocalStackResource.postgres().pid()).isEqualTo(server);
    }

    @Test
    void aProxiedApplicationLosesTheBrokerWhenTheProxyRefuses() throws Exception {
        LocalStackResource resource = new LocalStackResource();
        resource.init(Map.of("database", "sample", "proxied", "true"));
        Map<String, String> configuration = resource.start();
        String url = configuration.get("quarkus.datasource.jdbc.url");
        String password = configuration.get("quarkus.datasource.password");

        try (var connection = DriverManager.getConnection(url, "sample", password)) {
            LocalStackResource.postgresProxy().refuse();
            assertThat(connection.isValid(2)).isFalse();
        }
        LocalStackResource.postgresProxy().heal();
        try (var connection = DriverManager.getConnection(url, "sample", password)) {
            assertThat(connection.isValid(2)).isTrue();
        }
        try (var admin =
                org.apache.kafka.clients.admin.Admin.create(
                        Map.of(
                                "bootstrap.servers",
                                configuration.get("kafka.bootstrap.servers")))) {
            var node = admin.describeCluster().nodes().get().iterator().next();
            assertThat(node.port()).isEqualTo(LocalStackResource.kafkaProxy().port());
        }
    }

    @Test
    void mintsTokensThatCarryRolesAndAreas() {
        String token = TestTokens.token("officer-1", List.of("AUDITOR"), List.of("17.71"));

        assertThat(Jws.verifiedClaims(token, LocalStackResource.issuer().publicKey()))
                .contains("\"groups\":[\"AUDITOR\"]", "\"areas\":[\"17.71\"]", "officer-1");
    }

    @Test
    void aKilledBrokerAndAKilledDatabaseComeBackWhereTheyWereWithWhatTheyHad() throws Exception {
        LocalStackResource resource = new LocalStackResource();
        resource.init(Map.of("database", "killed"));
        resource.start();
        KafkaServer kafka = LocalStackResource.kafka();
        PostgresServer postgres = LocalStackResource.postgres();
        kafka.createTopics(List.of(new Topics.Topic("sample.kept.v1", 1, "delete")));
        try (var connection = postgres.owner("killed").getConnection();
                var sql = connection.createStatement()) {
            // the servers of tests run fast, not durably
            sql.execute("SET synchronous_commit = on");
            sql.execute("CREATE TABLE IF NOT EXISTS kept (n int)");
        }

        long broker = kafka.pid();
        long server = postgres.pid();
        kafka.kill();
        postgres.kill();

        assertThat(Ports.answers(kafka.port())).isFalse();
        assertThat(Ports.answers(postgres.port())).isFalse();
        kafka.restart();
        postgres.restart();
        assertThat(kafka.pid()).isNotEqualTo(broker);
        assertThat(postgres.pid()).isNotEqualTo(server);
        try (var admin = kafka.admin()) {
            assertThat(admin.listTopics().names().get()).contains("sample.kept.v1");
        }
        try (var connection = postgres.owner("killed").getConnection();
                var sql = connection.createStatement()) {
            assertThat(sql.executeQuery("SELECT * FROM kept").next()).isFalse();
        }
    }
}
