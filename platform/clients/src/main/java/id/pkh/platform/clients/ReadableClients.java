package id.pkh.platform.clients;

import id.pkh.platform.security.Caller;
import id.pkh.platform.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whose activity a caller may read: a system its own, its owner that of the system, an auditor all.
 */
@ApplicationScoped
class ReadableClients {

    private final ClientsConfig config;
    private final Caller caller;

    ReadableClients(ClientsConfig config, Caller caller) {
        this.config = config;
        this.caller = caller;
    }

    /**
     * A client that is not the caller's has done nothing, as one that does not exist.
     *
     * @param client the one that is asked for; null for every one that the caller may read
     * @return null for all
     */
    Collection<String> of(String client) {
        if (caller.hasRole(Roles.AUDITOR)) {
            return client == null ? null : List.of(client);
        }
        List<String> own = own();
        if (client == null) {
            return own;
        }
        return own.contains(client) ? List.of(client) : List.of();
    }

    private List<String> own() {
        String subject = caller.subject();
        Stream<String> owned =
                config.named().entrySet().stream()
                        .filter(each -> each.getValue().owner().filter(subject::equals).isPresent())
                        .map(Map.Entry::getKey);
        return Stream.concat(
                        caller.hasRole(Roles.EXTERNAL_SYSTEM)
                                ? Stream.of(subject)
                                : Stream.<String>of(),
                        owned)
                .toList();
    }
}
