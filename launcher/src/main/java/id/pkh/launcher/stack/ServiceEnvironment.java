package id.pkh.launcher.stack;

import id.pkh.localstack.TokenIssuer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The settings of a service. A process gets them as environment variables, because every user can
 * read a command line.
 */
final class ServiceEnvironment {

    private static final String LOCAL_HOSTS = "localhost,127.0.0.1";

    private ServiceEnvironment() {}

    /** The settings as environment variables. */
    static Map<String, String> of(ServiceSpec service, StackPlan plan, Stack stack) {
        Map<String, String> environment = variables(properties(service, plan, stack));
        environment.putAll(service.environment());
        return environment;
    }

    /** The settings by their names in Quarkus. */
    static Map<String, String> properties(ServiceSpec service, StackPlan plan, Stack stack) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("quarkus.http.host", "127.0.0.1");
        properties.put("quarkus.http.port", String.valueOf(service.port()));
        properties.put("quarkus.management.host", "127.0.0.1");
        properties.put("quarkus.management.port", String.valueOf(service.managementPort()));
        properties.put("kafka.bootstrap.servers", stack.kafka().bootstrapServers());
        properties.put("mp.jwt.verify.publickey.location", stack.issuer().address() + "/jwks");
        properties.put("mp.jwt.verify.issuer", TokenIssuer.ISSUER);
        properties.put("pkh.local-issuer.allowed", "true");
        properties.putAll(service.watches() ? ofConsole(stack) : own(service, plan, stack));
        return properties;
    }

    /** The database and keys of the service. */
    private static Map<String, String> own(ServiceSpec service, StackPlan plan, Stack stack) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("quarkus.datasource.jdbc.url", stack.postgres().jdbcUrl(service.name()));
        properties.put("quarkus.datasource.username", service.name());
        properties.put("quarkus.datasource.password", stack.postgres().password(service.name()));
        properties.putAll(stack.keys().properties(service.name()));
        if (service.name().equals(Checkout.DISBURSEMENT)) {
            properties.putAll(bankProperties(plan.services()));
        } else if (service.name().equals(Checkout.VERIFICATION)) {
            properties.putAll(registryAddress("pkh.verification", plan.services()));
        } else if (service.name().equals(Checkout.REGISTRY)) {
            properties.putAll(addressesForRegistry(plan.services()));
            // a receiver of the same machine is tried without a certificate
            properties.put("pkh.registry.webhooks.local-hosts", LOCAL_HOSTS);
            properties.putAll(senderOfMessages());
        }
        return properties;
    }

    /**
     * A sender of messages of the Digital Convergence Initiative: whoever has a token of {@code
     * ./pkh token --role EXTERNAL_SYSTEM}.
     */
    private static Map<String, String> senderOfMessages() {
        String sender = "pkh.registry.dci.senders.local.";
        return Map.of(
                sender + "subject", "local-external-system",
                sender + "callback.hosts", LOCAL_HOSTS,
                sender + "callback.url", "http://localhost:8099/registry",
                sender + "purpose", "a try on this machine");
    }

    /** The settings for preparing files to banks, as environment variables. */
    static Map<String, String> ofBanks(List<ServiceSpec> services) {
        return variables(bankProperties(services));
    }

    /** The registry's address, and the accounts to pay from. */
    private static Map<String, String> bankProperties(List<ServiceSpec> services) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("pkh.disbursement.bank.funding.accounts", MadeUpAccounts.FUNDING_ACCOUNTS);
        properties.putAll(registryAddress("pkh.disbursement", services));
        return properties;
    }

    /** Where a service that asks the registry for names finds it. */
    private static Map<String, String> registryAddress(String prefix, List<ServiceSpec> services) {
        Map<String, String> properties = new LinkedHashMap<>();
        services.stream()
                .filter(other -> other.name().equals(Checkout.REGISTRY))
                .forEach(
                        registry ->
                                properties.put(
                                        prefix + ".registry.url",
                                        "http://127.0.0.1:" + registry.port()));
        return properties;
    }

    /**
     * Where the registry finds what belongs to the other services and stands in a workbook or
     * report.
     */
    private static Map<String, String> addressesForRegistry(List<ServiceSpec> services) {
        Map<String, String> properties = new LinkedHashMap<>();
        services.stream()
                .filter(other -> !other.watches() && !other.name().equals(Checkout.REGISTRY))
                .forEach(
                        other ->
                                properties.put(
                                        "pkh.registry.services." + other.name() + ".url",
                                        "http://127.0.0.1:" + other.port()));
        return properties;
    }

    /** The addresses of the services that the console watches, and cookies that need no TLS. */
    private static Map<String, String> ofConsole(Stack stack) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("mp.jwt.token.cookie", "pkh_console");
        properties.put("quarkus.oidc.authentication.cookie-force-secure", "false");
        stack.plan().services().stream()
                .filter(other -> !other.watches())
                .forEach(
                        other -> {
                            properties.put(
                                    "pkh.console.services." + other.name(),
                                    "http://localhost:" + other.port());
                            properties.put(
                                    "pkh.console.management." + other.name(),
                                    "http://localhost:" + other.managementPort());
                        });
        return properties;
    }

    private static Map<String, String> variables(Map<String, String> properties) {
        Map<String, String> variables = new LinkedHashMap<>();
        properties.forEach((property, value) -> variables.put(variable(property), value));
        return variables;
    }

    static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
