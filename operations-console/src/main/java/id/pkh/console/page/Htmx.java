package id.pkh.console.page;

import io.quarkus.qute.TemplateExtension;
import org.eclipse.microprofile.config.ConfigProvider;

/** The address of htmx for the browser; the version is that of the library on the class path. */
@TemplateExtension(namespace = "htmx")
final class Htmx {

    private static final String VERSION =
            ConfigProvider.getConfig().getValue("pkh.console.htmx.version", String.class);

    private Htmx() {}

    static String version() {
        return VERSION;
    }
}
