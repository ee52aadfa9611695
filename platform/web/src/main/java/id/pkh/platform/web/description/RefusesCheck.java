package id.pkh.platform.web.description;

import id.pkh.platform.web.RefusalCatalogue;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Stops the start when an operation names a refusal that does not exist. */
@ApplicationScoped
class RefusesCheck {

    void checkAtStart(@Observes StartupEvent event, RefusalCatalogue catalogue) {
        List<String> unknown = unknownIn(ResourceMethod.ofThisProcess(), catalogue);
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("operations name unknown refusals: " + unknown);
        }
    }

    static List<String> unknownIn(List<ResourceMethod> methods, RefusalCatalogue catalogue) {
        return methods.stream()
                .flatMap(
                        method ->
                                method.refusals().stream()
                                        .filter(code -> catalogue.statusOf(code).isEmpty())
                                        .map(
                                                code ->
                                                        method.httpMethod()
                                                                + " "
                                                                + method.path()
                                                                + " "
                                                                + code))
                .sorted()
                .toList();
    }
}
