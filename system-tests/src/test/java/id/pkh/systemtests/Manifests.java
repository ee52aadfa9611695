package id.pkh.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The manifests that {@code kubectl kustomize} makes of a folder. */
final class Manifests {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** A check that throws when a value has an unknown field, or lacks a required one. */
    private interface Check {
        void of(JsonElement manifest) throws IOException;
    }

    private static final Map<String, Check> CHECKS =
            Map.of(
                    "v1 Namespace", V1Namespace::validateJsonElement,
                    "v1 ServiceAccount", V1ServiceAccount::validateJsonElement,
                    "v1 ConfigMap", V1ConfigMap::validateJsonElement,
                    "v1 Service", V1Service::validateJsonElement,
                    "apps/v1 Deployment", V1Deployment::validateJsonElement,
                    "batch/v1 Job", V1Job::validateJsonElement,
                    "policy/v1 PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
                    "autoscaling/v2 HorizontalPodAutoscaler",
                            V2HorizontalPodAutoscaler::validateJsonElement,
                    "networking.k8s.io/v1 NetworkPolicy", V1NetworkPolicy::validateJsonElement,
                    "networking.k8s.io/v1 Ingress", V1Ingress::validateJsonElement);

    private final List<JsonNode> all;

    private Manifests(List<JsonNode> all) {
        this.all = all;
    }

    /** Runs kubectl, which needs no cluster for this. */
    static Manifests of(String folder) {
        try {
            Path errors = Files.createTempFile("kustomize", ".txt");
            Process kubectl =
                    new ProcessBuilder("kubectl", "kustomize", Tree.ROOT.resolve(folder).toString())
                            .redirectError(errors.toFile())
                            .start();
            String yaml =
                    new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = kubectl.waitFor();
            String complaint = Files.readString(errors);
            Files.delete(errors);
            if (exit != 0) {
                throw new AssertionError("kubectl kustomize " + folder + ": " + complaint);
            }
            return read(yaml);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static Manifests read(String yaml) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(yaml)) {
            return new Manifests(documents.readAll());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    List<JsonNode> all() {
        return all;
    }

    List<JsonNode> ofKind(String kind) {
        return all.stream().filter(one -> one.path("kind").asText().equals(kind)).toList();
    }

    JsonNode one(String kind, String name) {
        return ofKind(kind).stream()
                .filter(one -> nameOf(one).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    static String nameOf(JsonNode manifest) {
        return manifest.path("metadata").path("name").asText();
    }

    /** The specification of the pods that a deployment or a job starts. */
    static JsonNode podOf(JsonNode manifest) {
        return manifest.at("/spec/template/spec");
    }

    static JsonNode containerOf(JsonNode manifest) {
        return podOf(manifest).at("/containers/0");
    }

    /** The environment variables of the container, those of its config maps included. */
    List<String> variablesOf(JsonNode manifest) {
        var named =
                StreamSupport.stream(containerOf(manifest).path("env").spliterator(), false)
                        .map(variable -> variable.path("name").asText());
        var fromMaps =
                StreamSupport.stream(containerOf(manifest).path("envFrom").spliterator(), false)
                        .map(source -> source.at("/configMapRef/name").asText())
                        .flatMap(
                                map ->
                                        StreamSupport.stream(
                                                ((Iterable<String>)
                                                                () ->
                                                                        one("ConfigMap", map)
                                                                                .path("data")
                                                                                .fieldNames())
                                                        .spliterator(),
                                                false));
        return java.util.stream.Stream.concat(named, fromMaps).sorted().toList();
    }

    /**
     * Checks a manifest against the type of Kubernetes that it names.
     *
     * @throws IllegalArgumentException when a field is unknown, missing or of another type
     */
    static void check(JsonNode manifest) {
        String type = manifest.path("apiVersion").asText() + " " + manifest.path("kind").asText();
        Check check = CHECKS.get(type);
        if (check == null) {
            throw new IllegalArgumentException("nothing checks a " + type);
        }
        try {
            check.of(JsonParser.parseString(manifest.toString()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
