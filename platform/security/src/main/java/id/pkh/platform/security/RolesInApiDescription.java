package id.pkh.platform.security;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** Names the single roles in the description of an API, because a token contains no sets. */
@OpenApiFilter(OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class RolesInApiDescription implements OASFilter {

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getSecurity() != null) {
            operation.setSecurity(
                    operation.getSecurity().stream()
                            .map(RolesInApiDescription::withSingleRoles)
                            .toList());
        }
        return operation;
    }

    private static SecurityRequirement withSingleRoles(SecurityRequirement requirement) {
        Map<String, List<String>> schemes = new TreeMap<>();
        requirement
                .getSchemes()
                .forEach(
                        (scheme, names) ->
                                schemes.put(
                                        scheme,
                                        names.stream()
                                                .flatMap(name -> RoleSets.rolesOf(name).stream())
                                                .distinct()
                                                .sorted()
                                                .toList()));
        SecurityRequirement resolved = OASFactory.createSecurityRequirement();
        resolved.setSchemes(schemes);
        return resolved;
    }
}
