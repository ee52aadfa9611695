package id.pkh.platform.web.description;

import id.pkh.platform.web.area.AreaNameFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Brings the schemas into the form of the wire. Times and identifiers are texts with a format; a
 * field of an answer is always present; a request with unknown fields is refused; names of schemas
 * are words of the field, without the suffixes of Java classes.
 */
final class WireSchemas {

    static final String MONTH = "^[0-9]{4}-(0[1-9]|1[0-2])$";

    private static final String REF = "#/components/schemas/";
    private static final Set<String> TEXTS = Set.of("UUID", "Instant", "LocalDate", "YearMonth");

    private final OpenAPI document;
    private final Map<String, Schema> schemas;

    WireSchemas(OpenAPI document) {
        this.document = document;
        this.schemas =
                document.getComponents().getSchemas() == null
                        ? new HashMap<>()
                        : new TreeMap<>(document.getComponents().getSchemas());
    }

    void apply() {
        SchemaWalk.over(document, this::simplified);
        TEXTS.forEach(schemas::remove);
        SchemaWalk.overParameters(document, WireSchemas::withMonth);
        Set<String> inRequests = reachable(SchemaWalk.requestSchemas(document));
        Set<String> inAnswers = reachable(SchemaWalk.answerSchemas(document));
        Set<String> inParameters = reachable(SchemaWalk.parameterSchemas(document));
        schemas.forEach(
                (name, schema) -> {
                    if (schema.getProperties() == null) {
                        return;
                    }
                    schema.getProperties().forEach(WireSchemas::withMonth);
                    if (inAnswers.contains(name)) {
                        addAreaNames(schema);
                        describeAnswer(schema);
                    } else if (inRequests.contains(name)) {
                        describeRequest(schema);
                    }
                });
        schemas.keySet()
                .removeIf(
                        name ->
                                !inRequests.contains(name)
                                        && !inAnswers.contains(name)
                                        && !inParameters.contains(name));
        rename();
    }

    /** Unknown fields are refused; a field that is not required may be null. */
    private void describeRequest(Schema schema) {
        schema.setAdditionalPropertiesBoolean(false);
        List<String> required = schema.getRequired() == null ? List.of() : schema.getRequired();
        schema.getProperties()
                .forEach(
                        (name, field) -> {
                            if (!required.contains(name)) {
                                permitNull(field);
                            }
                        });
    }

    private static void addAreaNames(Schema schema) {
        Map<String, Schema> fields = new LinkedHashMap<>();
        schema.getProperties()
                .forEach(
                        (field, form) -> {
                            fields.put(field, form);
                            String name = AreaNameFields.nameOf(field);
                            if (name != null) {
                                fields.put(name, areaName());
                            }
                        });
        schema.setProperties(fields);
    }

    private static Schema areaName() {
        return OASFactory.createSchema()
                .type(new ArrayList<>(List.of(SchemaType.STRING, SchemaType.NULL)))
                .description("null for an area that no decree lists");
    }

    /** JSON contains every field; it is null only where its class says so. */
    private static void describeAnswer(Schema schema) {
        schema.setRequired(new ArrayList<>(schema.getProperties().keySet()));
    }

    /** A reference cannot be null by itself, so the schema that it names may be. */
    private void permitNull(Schema field) {
        if (field.getRef() != null) {
            Schema named = schemas.get(nameIn(field.getRef()));
            if (named != null) {
                permitNull(named);
            }
        } else if (field.getType() != null && !field.getType().contains(SchemaType.NULL)) {
            field.addType(SchemaType.NULL);
        }
        nullAmongValues(field);
    }

    private static void nullAmongValues(Schema field) {
        if (field.getType() == null || !field.getType().contains(SchemaType.NULL)) {
            return;
        }
        if (field.getConstValue() != null) { // an enumeration of one value
            field.addEnumeration(field.getConstValue());
            field.setConstValue(null);
        }
        if (field.getEnumeration() != null && !field.getEnumeration().contains(null)) {
            List<Object> values = new ArrayList<>(field.getEnumeration());
            values.add(null);
            field.setEnumeration(values);
        }
    }

    /** A reference in the form that tools read best, and a plain text instead of a Java type. */
    private void simplified(Schema schema) {
        if (schema.getAnyOf() != null && schema.getAnyOf().size() == 2) {
            List<Schema> real =
                    schema.getAnyOf().stream().filter(each -> !isOnlyNull(each)).toList();
            if (real.size() == 1) {
                schema.setAnyOf(null);
                schema.setType(new ArrayList<>(List.of(SchemaType.NULL)));
                schema.addAllOf(real.get(0));
            }
        }
        if (schema.getAllOf() != null && schema.getAllOf().size() == 1) {
            replaceBy(schema, schema.getAllOf().get(0).getRef());
        } else if (schema.getRef() != null) {
            String ref = schema.getRef();
            schema.setRef(null);
            replaceBy(schema, ref);
        } else if ("uuid".equals(schema.getFormat())) {
            schema.setPattern(null);
        }
        nullAmongValues(schema);
    }

    private void replaceBy(Schema schema, String ref) {
        boolean nullable = schema.getType() != null && schema.getType().contains(SchemaType.NULL);
        if (TEXTS.contains(nameIn(ref))) {
            schema.setAllOf(null);
            asText(schema, nameIn(ref));
            return;
        }
        schema.setAllOf(null);
        schema.setType(null);
        schema.setRef(ref);
        if (nullable) {
            permitNull(schema);
        }
    }

    private static boolean isOnlyNull(Schema schema) {
        return List.of(SchemaType.NULL).equals(schema.getType())
                || (schema.getEnumeration() != null
                        && schema.getEnumeration().size() == 1
                        && schema.getEnumeration().get(0) == null);
    }

    private static void asText(Schema schema, String name) {
        List<SchemaType> types = new ArrayList<>(List.of(SchemaType.STRING));
        if (schema.getType() != null && schema.getType().contains(SchemaType.NULL)) {
            types.add(SchemaType.NULL);
        }
        schema.setType(types);
        switch (name) {
            case "UUID" -> schema.setFormat("uuid");
            case "Instant" -> schema.setFormat("date-time");
            case "LocalDate" -> schema.setFormat("date");
            default -> schema.setPattern(MONTH);
        }
    }

    private static void withMonth(String name, Schema field) {
        boolean isText = field.getType() != null && field.getType().contains(SchemaType.STRING);
        if (isText && (name.equals("month") || name.endsWith("_month"))) {
            field.setPattern(MONTH);
        }
    }

    private Set<String> reachable(List<Schema> from) {
        Set<String> names = new TreeSet<>();
        List<Schema> open = new ArrayList<>(from);
        while (!open.isEmpty()) {
            SchemaWalk.below(
                    open.remove(open.size() - 1),
                    schema -> {
                        String name = nameIn(schema.getRef());
                        if (schemas.containsKey(name) && names.add(name)) {
                            open.add(schemas.get(name));
                        }
                    });
        }
        return names;
    }

    private void rename() {
        Map<String, String> names = new HashMap<>();
        schemas.forEach((name, schema) -> names.put(name, nameOnTheWire(name, schema)));
        Map<String, Schema> renamed = new TreeMap<>();
        schemas.forEach(
                (name, schema) -> {
                    if (renamed.put(names.get(name), schema) != null) {
                        throw new IllegalStateException(
                                "two schemas have the name " + names.get(name));
                    }
                });
        document.getComponents().setSchemas(renamed);
        SchemaWalk.over(
                document,
                schema -> {
                    String name = nameIn(schema.getRef());
                    if (names.containsKey(name)) {
                        schema.setRef(REF + names.get(name));
                    }
                });
    }

    /** {@code GroupView} is a Group, and a page of groups a GroupPage. */
    private String nameOnTheWire(String javaName, Schema schema) {
        if (javaName.matches("Page[A-Z].*")) {
            String item = nameIn(schema.getProperties().get("items").getItems().getRef());
            return withoutSuffix(item) + "Page";
        }
        return withoutSuffix(javaName);
    }

    private String withoutSuffix(String javaName) {
        String name = javaName.replaceFirst("View$", "");
        return schemas.containsKey(name) ? javaName : name;
    }

    private static String nameIn(String ref) {
        return ref != null && ref.startsWith(REF) ? ref.substring(REF.length()) : "";
    }
}
