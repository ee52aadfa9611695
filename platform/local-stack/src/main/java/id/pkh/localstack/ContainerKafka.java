package id.pkh.localstack;

/** The broker of a run with {@link Containers}. */
final class ContainerKafka extends KafkaServer {

    static final String NAME = "kafka";

    private final ContainerHandle container;

    private ContainerKafka(ContainerHandle container) {
        this.container = container;
    }

    static ContainerKafka running() {
        return new ContainerKafka(ContainerHandle.of(NAME));
    }

    @Override
    public int port() {
        return (int) container.fact("port");
    }

    @Override
    public int behindProxyPort() {
        return (int) container.fact("proxied");
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
