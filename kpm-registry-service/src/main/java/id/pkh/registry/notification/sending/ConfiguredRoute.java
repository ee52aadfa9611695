package id.pkh.registry.notification.sending;

import id.pkh.registry.RegistryConfig;
import id.pkh.registry.RegistryConfig.Notifications;
import id.pkh.registry.RegistryConfig.RouteKind;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The route of the settings. A service with a route that lacks its settings does not start. */
@Startup
@ApplicationScoped
public class ConfiguredRoute {

    private final Optional<MessageRoute> route;

    ConfiguredRoute(RegistryConfig config) {
        this.route = of(config.notifications());
    }

    private static Optional<MessageRoute> of(Notifications settings) {
        return switch (settings.route()) {
            case NONE -> Optional.empty();
            case HTTP ->
                    Optional.of(
                            new HttpRoute(
                                    settings.gateway()
                                            .url()
                                            .orElseThrow(() -> missing(settings, "gateway.url")),
                                    settings.gateway().token(),
                                    settings.gateway().timeout()));
            case FILE ->
                    Optional.of(
                            new FileRoute(
                                    settings.fileDirectory()
                                            .orElseThrow(
                                                    () -> missing(settings, "file.directory"))));
        };
    }

    private static IllegalStateException missing(Notifications settings, String name) {
        RouteKind kind = settings.route();
        return new IllegalStateException(
                "the route %s needs pkh.registry.notifications.%s".formatted(kind, name));
    }

    Optional<MessageRoute> get() {
        return route;
    }

    public boolean exists() {
        return route.isPresent();
    }
}
