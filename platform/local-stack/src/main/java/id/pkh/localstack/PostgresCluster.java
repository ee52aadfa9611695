package id.pkh.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** The data directory of a PostgreSQL: created once, configured at every start. */
final class PostgresCluster {

    private static final List<String> CONFIGURATION =
            List.of(
                    "listen_addresses = '127.0.0.1'",
                    "unix_socket_directories = ''",
                    "password_encryption = 'scram-sha-256'",
                    "timezone = 'UTC'",
                    "log_timezone = 'UTC'",
                    "max_connections = 200",
                    "shared_buffers = 128MB",
                    "dynamic_shared_memory_type = mmap", // /dev/shm is very small in containers
                    "wal_level = minimal",
                    "max_wal_senders = 0",
                    "max_wal_size = 1GB",
                    "checkpoint_timeout = 15min",
                    "checkpoint_completion_target = 0.9",
                    "jit = off",
                    "idle_in_transaction_session_timeout = '60s'",
                    "log_min_messages = warning",
                    "log_line_prefix = '%m [%p] %q%u@%d '");

    private static final List<String> NOT_DURABLE =
            List.of("fsync = off", "synchronous_commit = off", "full_page_writes = off");

    private final Path data;
    private final boolean durable;

    PostgresCluster(Path data, boolean durable) {
        this.data = data;
        this.durable = durable;
    }

    void prepare(String superuserPassword) {
        try {
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialise(superuserPassword);
                Files.writeString(
                        data.resolve("postgresql.conf"),
                        "\ninclude 'pkh.conf'\n",
                        StandardOpenOption.APPEND);
            }
            List<String> lines = new ArrayList<>(CONFIGURATION);
            if (!durable) {
                lines.addAll(NOT_DURABLE);
            }
            Files.write(data.resolve("pkh.conf"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare PostgreSQL in " + data, e);
        }
    }

    private void initialise(String superuserPassword) throws IOException {
        Files.createDirectories(
                data,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        List<String> prefix = Unprivileged.prefix(data);
        List<String> command = new ArrayList<>(prefix);
        command.add(PostgresBinaries.unpacked().resolve("bin/initdb").toString());
        command.addAll(
                List.of(
                        "--pgdata=" + data,
                        "--username=postgres",
                        "--auth=scram-sha-256",
                        "--pwfile=/dev/stdin",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8"));
        if (!durable) {
            command.add("--no-sync");
        }
        Commands.Outcome outcome = Commands.run(command, superuserPassword + "\n");
        if (!outcome.ok()) {
            throw new IllegalStateException("initdb failed:\n" + outcome.output());
        }
    }
}
