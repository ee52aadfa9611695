package id.pkh.platform.security;

import id.pkh.platform.web.description.ResourceMethod;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * Names the roles that may call each operation, in words and as {@code x-roles}. They are single
 * roles, because a token contains no sets. An operation that needs no token says so.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class RolesInApiDescription implements OASFilter {

    private static final String ROLES = "x-roles";
    private static final String OPEN = "x-needs-no-token";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        ResourceMethod.forEach(
                document,
                (method, operation) -> {
                    describe(operation, rolesOf(method));
                    if (method.needsNoToken()) {
                        operation.setSecurity(List.of());
                        operation.addExtension(OPEN, true);
                    }
                });
    }

    private static List<String> rolesOf(ResourceMethod method) {
        return method.rolesAllowed().stream()
                .flatMap(name -> RoleSets.rolesOf(name).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static void describe(Operation operation, List<String> roles) {
        if (roles.isEmpty()) {
            return;
        }
        String words = "Roles: " + String.join(", ", roles) + ".";
        String text = operation.getDescription();
        operation.setDescription(text == null ? words : text.strip() + "\n\n" + words);
        operation.addExtension(ROLES, roles);
    }
}
