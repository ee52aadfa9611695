package id.pkh.launcher.stack;

import id.pkh.localstack.TokenIssuer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The settings of a service as environment variables, because every user can read a command line.
 */
final class ServiceEnvironment {

    private ServiceEnvironment() {}

    static Map<String, String> of(ServiceSpec service, StackPlan plan, Stack stack) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(service.port()));
        environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(service.managementPort()));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", stack.kafka().bootstrapServers());
        environment.put("MP_JWT_VERIFY_PUBLICKEY_LOCATION", stack.issuer().address() + "/jwks");
        environment.put("MP_JWT_VERIFY_ISSUER", TokenIssuer.ISSUER);
        environment.put("PKH_LOCAL_ISSUER_ALLOWED", "true");
        environment.putAll(service.watches() ? ofConsole(stack) : own(service, plan, stack));
        environment.putAll(service.environment());
        return environment;
    }

    /** The database and keys of the service. */
    private static Map<String, String> own(ServiceSpec service, StackPlan plan, Stack stack) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", stack.postgres().jdbcUrl(service.name()));
        environment.put("QUARKUS_DATASOURCE_USERNAME", service.name());
        environment.put("QUARKUS_DATASOURCE_PASSWORD", stack.postgres().password(service.name()));
        stack.keys()
                .properties(service.name())
                .forEach((property, value) -> environment.put(variable(property), value));
        if (service.name().equals(Checkout.DISBURSEMENT)) {
            environment.putAll(ofBanks(plan.services()));
        }
        return environment;
    }

    /**
     * The settings for preparing files to banks: the registry's address, and the accounts to pay
     * from.
     */
    static Map<String, String> ofBanks(List<ServiceSpec> services) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PKH_DISBURSEMENT_BANK_FUNDING_ACCOUNTS", MadeUpAccounts.FUNDING_ACCOUNTS);
        services.stream()
                .filter(other -> other.name().equals(Checkout.REGISTRY))
                .forEach(
                        registry ->
                                environment.put(
                                        "PKH_DISBURSEMENT_REGISTRY_URL",
                                        "http://127.0.0.1:" + registry.port()));
        return environment;
    }

    /** The addresses of the services that the console watches, and cookies that need no TLS. */
    private static Map<String, String> ofConsole(Stack stack) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("MP_JWT_TOKEN_COOKIE", "pkh_console");
        environment.put("QUARKUS_OIDC_AUTHENTICATION_COOKIE_FORCE_SECURE", "false");
        stack.plan().services().stream()
                .filter(other -> !other.watches())
                .forEach(
                        other -> {
                            environment.put(
                                    variable("pkh.console.services." + other.name()),
                                    "http://localhost:" + other.port());
                            environment.put(
                                    variable("pkh.console.management." + other.name()),
                                    "http://localhost:" + other.managementPort());
                        });
        return environment;
    }

    static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
