package id.pkh.platform.web;

import io.quarkus.arc.All;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of all refusal codes in both languages, merged from the bundles that the {@link
 * RefusalStatuses} beans name. A text may contain {@code {name}} as a placeholder for a detail of
 * the refusal.
 */
@ApplicationScoped
@Unremovable
public class RefusalTexts {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9_]+)}");

    private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

    protected RefusalTexts() {}

    @Inject
    public RefusalTexts(@All List<RefusalStatuses> tables) {
        this(bundleNames(tables));
    }

    RefusalTexts(Set<String> bundles) {
        for (Language language : Language.values()) {
            Map<String, String> merged = new TreeMap<>();
            bundles.forEach(bundle -> merged.putAll(load(bundle, language)));
            texts.put(language, Collections.unmodifiableMap(merged));
        }
    }

    /** Title of a code: what happened, in a few words. The code itself if there is no text. */
    public String title(String code, Language language) {
        return text(code + ".title", language).orElse(code);
    }

    /** Detail of a code with its placeholders filled: what the reader can do. */
    public String detail(String code, Language language, Map<String, ?> values) {
        return text(code + ".detail", language)
                .map(template -> fill(template, values))
                .orElseGet(() -> title(code, language));
    }

    /** The detail of a row of a list, which may need words of its own. */
    public String detailOfRow(String code, Language language, Map<String, ?> values) {
        return text(code + ".row", language)
                .map(template -> fill(template, values))
                .orElseGet(() -> detail(code, language, values));
    }

    /** Detail of a code with an ellipsis in place of each value. */
    String detailWithGaps(String code, Language language) {
        String template = text(code + ".detail", language).orElseGet(() -> title(code, language));
        return PLACEHOLDER.matcher(template).replaceAll("…");
    }

    /** A text by its full key; the English text if there is no Indonesian one. */
    public Optional<String> text(String key, Language language) {
        String found = texts.get(language).get(key);
        return Optional.ofNullable(found != null ? found : texts.get(Language.ENGLISH).get(key));
    }

    /** Keys that a code must have but lacks, such as {@code NOT_FOUND.detail (id)}. */
    Set<String> missingFor(Collection<String> codes) {
        Set<String> missing = new TreeSet<>();
        for (Language language : Language.values()) {
            for (String code : codes) {
                for (String part : List.of(".title", ".detail")) {
                    if (texts.get(language).getOrDefault(code + part, "").isBlank()) {
                        missing.add(code + part + " (" + language.tag() + ")");
                    }
                }
            }
        }
        return missing;
    }

    static String fill(String template, Map<String, ?> values) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(
                        match -> {
                            Object value = values.get(match.group(1));
                            return Matcher.quoteReplacement(value == null ? "" : value.toString());
                        });
    }

    private static Set<String> bundleNames(List<RefusalStatuses> tables) {
        Set<String> names = new TreeSet<>();
        tables.forEach(table -> names.add(table.bundle()));
        return names;
    }

    private static Map<String, String> load(String bundle, Language language) {
        String resource = bundle + (language == Language.INDONESIAN ? "_id" : "") + ".properties";
        Map<String, String> loaded = new TreeMap<>();
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            for (URL url : Collections.list(loader.getResources(resource))) {
                Properties properties = new Properties();
                try (Reader in = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
                    properties.load(in);
                }
                properties.forEach((key, value) -> loaded.put((String) key, (String) value));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + resource, unreadable);
        }
        return loaded;
    }
}
