package id.pkh.localstack;

import java.nio.file.Path;

/** The database server of a run with {@link Containers}. */
final class ContainerPostgres extends PostgresServer {

    static final String NAME = "postgres";

    private final ContainerHandle container;

    private ContainerPostgres(ContainerHandle container) {
        this.container = container;
    }

    static ContainerPostgres running() {
        return new ContainerPostgres(ContainerHandle.of(NAME));
    }

    @Override
    public int port() {
        return (int) container.fact("port");
    }

    @Override
    KeyMaterial keys() {
        return new KeyMaterial(Path.of((String) container.fact("keys")));
    }

    @Override
    public long pid() {
        return container.pid();
    }

    @Override
    public void kill() {
        container.kill();
    }

    @Override
    public void restart() {
        container.restart();
        awaitAnswer(container.log());
    }

    @Override
    void end() {
        container.remove();
    }
}
